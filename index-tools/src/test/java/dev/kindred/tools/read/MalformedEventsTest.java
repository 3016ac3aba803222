package dev.kindred.tools.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.UserStore.Arrival;
import dev.kindred.tools.read.config.EventColumns;
import dev.kindred.tools.read.config.ItemFields;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hundred thousand malformed events, each broken in one way at random: none is accepted, none
 * crashes the reader, each is told with file, line and reason.
 */
class MalformedEventsTest {
  private static final int LINES = 50_000;
  private static final List<String> BAD_IDS =
      List.of("", "  ", "\\u0000", "a\\u0007b", "\\ud83d", "\\udc00x", "y".repeat(513));
  private static final List<String> BAD_VALUES =
      List.of("NaN", "Infinity", "-1e999", "five", "1,5", "0x10", "1_000", "--1", "1e40");
  private static final List<String> BAD_TIMES =
      List.of(
          "yesterday", "2026-13-45", "-5", "99999999999999999999", "2026-01-01T25:00:00Z", "1e30");

  @TempDir private Path folder;
  private final SplittableRandom random = new SplittableRandom(20_261_125);

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private String json() {
    String user = "u" + random.nextInt(100);
    String item = "i" + random.nextInt(100);
    String good =
        String.format(Locale.ROOT, "{\"user\":\"%s\",\"item\":\"%s\",\"value\":1}", user, item);
    return switch (random.nextInt(9)) {
      case 0 -> good.substring(0, random.nextInt(1, good.length()));
      case 1 -> good + pick(List.of("{}", "x", ",", "]", "1"));
      case 2 -> good.replace(user, pick(BAD_IDS));
      case 3 -> good.replace(item, pick(BAD_IDS));
      case 4 -> good.replace(":1}", ":\"" + pick(BAD_VALUES) + "\"}");
      case 5 -> good.replace("}", ",\"timestamp\":\"" + pick(BAD_TIMES) + "\"}");
      case 6 -> good.replace("\"" + user + "\"", pick(List.of("null", "{}", "[1]", "{\"a\":1}")));
      case 7 -> good.replace("}", ",\"user\":\"again\"}");
      default -> good.replace("}", ",\"event_id\":\"" + "z".repeat(600) + "\"}");
    };
  }

  private String csv() {
    String good = "u1,i1,view,1,1700000000";
    return switch (random.nextInt(6)) {
      case 0 -> good + ",more";
      case 1 -> "u1,i1";
      case 2 -> good.replace("u1", " ");
      case 3 -> good.replace("i1", "y".repeat(513));
      case 4 -> good.replace(",1,", ",\"" + pick(BAD_VALUES) + "\",");
      default -> good.replace("1700000000", pick(BAD_TIMES));
    };
  }

  private void nothingIsAccepted(String name, List<String> lines, int first, Format format) {
    Path file =
        Files4Tests.write(folder, name, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    List<String> told = new ArrayList<>();
    List<Arrival> accepted = new ArrayList<>();
    Inputs inputs =
        new Inputs(
            ItemFields.INFERRED, EventColumns.COMMON, new BadLines(Long.MAX_VALUE, told::add));
    try {
      inputs.events(file, format).arrivals(accepted::add);
    } catch (InputException e) {
      assertThat(e).hasMessageContaining("there are no events in it, only " + LINES + " bad lines");
    }
    assertThat(accepted).isEmpty();
    assertThat(told).hasSize(LINES);
    for (int i = 0; i < LINES; i++) {
      String where = file + ":" + (first + i) + ": ";
      assertThat(told.get(i)).as(lines.get(first - 1 + i)).startsWith(where);
      assertThat(told.get(i).length()).as("has a reason").isGreaterThan(where.length() + 10);
    }
  }

  @Test
  void noMalformedJsonIsAccepted() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      lines.add(json());
    }
    nothingIsAccepted("events.jsonl", lines, 1, Format.JSONL);
  }

  @Test
  void noMalformedCsvIsAccepted() {
    List<String> lines = new ArrayList<>();
    lines.add("user,item,type,value,timestamp");
    for (int i = 0; i < LINES; i++) {
      lines.add(csv());
    }
    nothingIsAccepted("events.csv", lines, 2, Format.CSV);
  }
}
