package dev.kindred.tools.cli;

import dev.kindred.index.Schema;
import java.util.ArrayList;
import java.util.List;

/** Which fields tell people which item it is. */
public final class Labels {
  private Labels() {}

  /** The first text field and the first keyword field: a title and, as a rule, who made it. */
  public static List<String> of(Schema schema) {
    List<String> labels = new ArrayList<>();
    schema.text().stream().findFirst().ifPresent(labels::add);
    schema.keywords().stream().findFirst().ifPresent(labels::add);
    return labels;
  }
}
