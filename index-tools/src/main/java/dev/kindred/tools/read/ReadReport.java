package dev.kindred.tools.read;

import java.util.List;

/**
 * What a pass over one file found. Immutable.
 *
 * @param file the file as the caller named it
 * @param records events or items delivered
 * @param bad bad lines skipped
 * @param examples the messages of the first bad lines, at most {@value #EXAMPLES}
 * @param besides well-formed records that are no event on an item, such as a search in a UBI log
 */
public record ReadReport(String file, long records, long bad, List<String> examples, long besides) {
  /** How many bad lines are kept as examples. */
  static final int EXAMPLES = 5;

  public ReadReport {
    examples = List.copyOf(examples);
  }
}
