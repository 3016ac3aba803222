package dev.kindred.tools.cli;

import dev.kindred.tools.build.LiveItems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "set",
    description = {
      "Set numbers of one item, such as price and stock; the item is not written again.",
      "Filters and signals know them when this ends. FIELD= takes a number away."
    },
    footerHeading = "%nExample:%n",
    footer = "  kindred items set --index index dracula price=9.99 stock=0")
final class ItemsSetCommand extends Action {
  @Mixin private IndexOption index;

  @Parameters(index = "0", paramLabel = "ID", description = "The item.")
  private String id;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FIELD=NUMBER",
      description = "Number fields of the catalogue with their new values.")
  private List<String> numbers;

  @Override
  protected void run() throws Exception {
    Map<String, Double> values = new LinkedHashMap<>();
    numbers.forEach(written -> read(written, values));
    try (LiveItems items = LiveItems.open(index.folder)) {
      ItemsUpdateCommand.report(this, items.set(Map.of(id, values)), 1);
    } catch (IllegalArgumentException e) {
      throw wrongUsage(e.getMessage());
    }
  }

  private void read(String written, Map<String, Double> values) {
    int equals = written.indexOf('=');
    if (equals < 1) {
      throw wrongUsage("'" + written + "' sets nothing; write FIELD=NUMBER");
    }
    String number = written.substring(equals + 1);
    try {
      double value = number.isBlank() ? Double.NaN : Double.parseDouble(number);
      if (!number.isBlank() && !Double.isFinite(value)) {
        throw wrongUsage("'" + written + "': expected a finite number after =");
      }
      values.put(written.substring(0, equals).strip(), value);
    } catch (NumberFormatException e) {
      throw wrongUsage("'" + written + "': expected a number after =");
    }
  }
}
