package dev.kindred.tools.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.tools.read.config.EventColumns;
import dev.kindred.tools.read.config.ItemFields;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
  private static final String MEND = "; correct it, or skip such lines with --skip-bad-lines N";

  @TempDir Path folder;

  private void fails(String name, String text, String message) {
    Path file = Files4Tests.write(folder, name, text);
    fails(file, message);
  }

  private static void fails(Path file, String message) {
    assertThatThrownBy(() -> Files4Tests.shown(Inputs.STRICT.events(file)))
        .isInstanceOf(InputException.class)
        .hasMessage(file + message);
  }

  /** One bad row after a good one, in a file with all columns. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '\'',
      value = {
        "a,b,view,abc,1 ! the value is \"abc\", expected a finite decimal number",
        "a,b,view,NaN,1 ! the value is \"NaN\", expected a finite decimal number",
        "a,b,view,Infinity,1 ! the value is \"Infinity\", expected a finite decimal number",
        "a,b,view,-Infinity,1 ! the value is \"-Infinity\", expected a finite decimal number",
        "a,b,view,1e39,1 ! the value is \"1e39\", expected a finite decimal number",
        "a,b,view,1e999,1 ! the value is \"1e999\", expected a finite decimal number",
        "a,b,view,0x10,1 ! the value is \"0x10\", expected a finite decimal number",
        "a,b,view,1f,1 ! the value is \"1f\", expected a finite decimal number",
        "a,b,view,1-2,1 ! the value is \"1-2\", expected a finite decimal number",
        "a,b,rating,,1 ! the rating has no value, expected a finite decimal number",
        "a,b,view,1,-5 ! the timestamp is \"-5\", expected a time from 1970 to 2199",
        "a,b,view,1,7258118400 ! the timestamp is \"7258118400\", expected a time from 1970 to 2199",
        "a,b,view,1,2200-01-01 ! the timestamp is \"2200-01-01\", expected a time from 1970 to 2199",
        "a,b,view,1,1969-12-31 ! the timestamp is \"1969-12-31\", expected a time from 1970 to 2199",
        "a,b,view,1,soon ! the timestamp is \"soon\", expected seconds or milliseconds since 1970, or ISO-8601 such as 2026-01-31T12:00:00Z",
        "a,b,view,1,NaN ! the timestamp is \"NaN\", expected seconds or milliseconds since 1970, or ISO-8601 such as 2026-01-31T12:00:00Z",
        "a,b,view,1, ! the timestamp is \"\", expected seconds or milliseconds since 1970, or ISO-8601 such as 2026-01-31T12:00:00Z",
        ",b,view,1,1 ! the user id is empty, expected 1 to 512 bytes",
        "a, ,view,1,1 ! the item id is empty, expected 1 to 512 bytes",
        "a,b,view,1 ! the row has 4 columns, expected 5 as in the header",
        "a,b,view,1,1,1 ! the row has 6 columns, expected 5 as in the header",
      })
  void csv(String row, String problem) {
    fails(
        "e.csv",
        "user,item,type,value,timestamp\na,b,view,1,1\n" + row + "\nc,d,view,1,1\n",
        ":3: " + problem + MEND);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "[1] ! the line is \"[1]\", expected one JSON object, as {\"id\": …}",
        "{\"user\":{\"id\":1},\"item\":\"b\"} ! the value of user is not plain, expected a text or a number",
        "{\"item\":\"b\"} ! the user id is empty, expected 1 to 512 bytes",
        "{\"user\":null,\"item\":\"b\"} ! the user id is empty, expected 1 to 512 bytes",
        "{\"user\":1,\"item\":2}{\"user\":1,\"item\":2} ! something follows the JSON object, expected one object a line",
      })
  void json(String line, String problem) {
    fails("e.jsonl", "{\"user\":\"a\",\"item\":\"b\"}\n" + line + "\n", ":2: " + problem + MEND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"user\":\"a\",\"item\":\"b\"",
        "{\"user\":\"a\" \"item\":\"b\"}",
        "{\"user\":\"a\",\"user\":\"b\",\"item\":\"c\"}",
        "{\"user\":\"a\",\"item\":\"b\",\"value\":NaN}",
        "{user:1}",
      })
  void brokenJson(String line) {
    Path file = Files4Tests.write(folder, "e.jsonl", "{\"user\":1,\"item\":2}\n" + line);
    assertThatThrownBy(() -> Files4Tests.shown(Inputs.STRICT.events(file)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ":2: the JSON is broken at column ")
        .hasMessageEndingWith("expected one whole object a line" + MEND);
  }

  @Test
  void linesWithTheWrongNumberOfValues() {
    fails(
        "p",
        "a b\nc\n",
        ":1: the format cannot be told from the first line, \"a b\"; name it with --format, one of "
            + "[auto, movielens, csv, tsv, jsonl, pairs, sequences, recbole, ubi]");
    Path pairs = Files4Tests.write(folder, "p", "a b\n\nc d e\n");
    assertThatThrownBy(() -> Files4Tests.shown(Inputs.STRICT.events(pairs, Format.PAIRS)))
        .hasMessage(
            pairs
                + ":3: the line has 3 values, expected a user and an item; it is \"c d e\""
                + MEND);
    Path sequences = Files4Tests.write(folder, "s", "a b c\nd\n");
    assertThatThrownBy(() -> Files4Tests.shown(Inputs.STRICT.events(sequences, Format.SEQUENCES)))
        .hasMessage(
            sequences + ":2: the line is \"d\", expected a user and at least one item" + MEND);
    fails(
        "u.data",
        "1\t2\t3\t888888888\n1\t2\n",
        ":2: the line has 2 values, expected user, item, rating and perhaps time; it is \"1\t2\""
            + MEND);
  }

  @Test
  void emptyFiles() {
    for (String text : List.of("", "\n\n", "\uFEFF", "user,item\n")) {
      fails("e.csv", text, ":1: there are no events in it; check that this is the right file");
    }
    Path items = Files4Tests.write(folder, "items.csv", "id,title\n");
    assertThatThrownBy(() -> Files4Tests.items(Inputs.STRICT.items(items)))
        .hasMessage(items + ":1: there are no items in it; check that this is the right file");
  }

  @Test
  void filesThatAreNotThere() {
    fails(folder.resolve("nowhere.csv"), ": there is no such file; check the path");
    fails(folder, ": it is a folder, expected a file; name a file in it");
  }

  @Test
  void headersWithoutUserOrItem() {
    fails(
        "e.csv",
        "who,item\na,b\n",
        ":1: no column is the user's: the header is who, item, expected one of user, user_id,"
            + " userid, reader_id, customer_id, client_id, session_id; rename the column, or name"
            + " it as events.user in kindred.yaml");
    Path file = Files4Tests.write(folder, "e.csv", "user,item\na,b\n");
    EventColumns columns = new EventColumns(null, "itm", null, null, null);
    Inputs inputs = new Inputs(ItemFields.INFERRED, columns, BadLines.STOP);
    assertThatThrownBy(() -> Files4Tests.shown(inputs.events(file)))
        .hasMessage(
            file
                + ":1: unknown column \"itm\"; did you mean item? known: user, item;"
                + " correct events.item in kindred.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "\t"})
  void twoColumnsOfOneName(String separator) {
    Path file =
        Files4Tests.write(folder, "t", "user,item,,user,\na,b,,c,\n".replace(",", separator));
    String message =
        ":1: two columns are named \"user\", expected a name for each; rename one of them, or leave"
            + " it out";
    Format format = separator.equals(",") ? Format.CSV : Format.TSV;
    assertThatThrownBy(() -> Files4Tests.shown(Inputs.STRICT.events(file, format)))
        .hasMessage(file + message);
    assertThatThrownBy(() -> Inputs.STRICT.items(file, format)).hasMessage(file + message);
  }

  @Test
  void anotherEncoding() {
    Path file =
        Files4Tests.write(
            folder, "e.csv", "user,item\na,Misérables\n", StandardCharsets.ISO_8859_1);
    fails(
        file,
        ":2: byte 0x72 at offset 16 is not UTF-8, which was expected; convert the file to UTF-8,"
            + " for example with iconv -f ISO-8859-1 -t UTF-8");
    Path wide = Files4Tests.write(folder, "w", "user,item\na,b\n", StandardCharsets.UTF_16);
    assertThatThrownBy(() -> Files4Tests.shown(Inputs.STRICT.events(wide, Format.CSV)))
        .hasMessageStartingWith(wide + ":1: byte 0xFE at offset 0 is not UTF-8")
        .hasMessageEndingWith("with iconv -f UTF-16 -t UTF-8");
  }

  @Test
  void anotherEncodingIsNeverSkipped() {
    byte[] bytes = "a b\nc \u00e9\nd e\n".getBytes(StandardCharsets.ISO_8859_1);
    Path file = Files4Tests.write(folder, "p", bytes);
    Inputs inputs = new Inputs(ItemFields.INFERRED, EventColumns.COMMON, BadLines.skip(9));
    assertThatThrownBy(() -> Files4Tests.shown(inputs.events(file)))
        .hasMessageStartingWith(file + ":2: byte ");
  }

  @Test
  void openQuotes() {
    Path open = Files4Tests.write(folder, "o.csv", "user,item\na,b\nc,\"d\ne,f\n");
    assertThatThrownBy(() -> Files4Tests.shown(Inputs.STRICT.events(open)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(open + ":2: after this line the quoting is broken (")
        .hasMessageEndingWith("; quote values as in RFC 4180, with \"\" for a quote inside");
    Path inside = Files4Tests.write(folder, "i.csv", "user,item\na,\"b\"c\n");
    assertThatThrownBy(() -> Files4Tests.shown(Inputs.STRICT.events(inside)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(inside + ":1: after this line the quoting is broken (");
  }

  @Test
  void damagedGzip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < 50_000; i++) {
        out.write(("u" + i + " i" + i * 7919L % 1000 + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    byte[] whole = bytes.toByteArray();
    Path file = Files4Tests.write(folder, "p.gz", Arrays.copyOf(whole, whole.length - 100));
    assertThatThrownBy(() -> Files4Tests.shown(Inputs.STRICT.events(file)))
        .isInstanceOf(InputException.class)
        .hasMessageMatching(
            ".*p.gz:\\d+: the gzip data are damaged after this line; fetch the file again");
  }

  @Test
  void jsonArraysAndUnknownThings() {
    fails(
        "a.json",
        "[{\"user\":1}]",
        ":1: it begins with a JSON array, expected one JSON object a line;"
            + " write one object a line, for example with jq -c '.[]'");
    Path zip = Files4Tests.write(folder, "x.zip", "PK\u0003\u0004stuff");
    assertThatThrownBy(() -> Inputs.STRICT.events(zip))
        .hasMessageContaining("the format cannot be told from the first line");
    Path items = Files4Tests.write(folder, "i", "1 2 3\n");
    assertThatThrownBy(() -> Inputs.STRICT.items(items))
        .hasMessageContaining("the format cannot be told from the first line");
    assertThatThrownBy(() -> Inputs.STRICT.items(items, Format.PAIRS))
        .hasMessage(
            items
                + ": the format pairs holds no items, expected csv, tsv, jsonl or recbole;"
                + " name another format with --format, or the folder with --movielens");
  }

  @Test
  void longIdsAndControlCharacters() {
    String longest = "é".repeat(256);
    assertThat(
            Files4Tests.shown(
                Inputs.STRICT.events(Files4Tests.write(folder, "ok", "u " + longest + "\n"))))
        .containsExactly("u " + longest + " view 1.0 0");
    String shown = "é".repeat(57) + "...";
    fails(
        "long",
        "u é" + longest + "\n",
        ":1: the item id \"" + shown + "\" has 514 bytes, expected at most 512" + MEND);
    fails(
        "nul",
        "u a\u0000b\n",
        ":1: the item id holds the control character U+0000, expected printable text" + MEND);
  }

  @Test
  void badLinesAreCountedAndShown() {
    List<String> lines = new ArrayList<>(List.of("user,item,value"));
    for (int i = 0; i < 10; i++) {
      lines.add("u" + i + ",i," + (i % 2 == 0 ? "1" : "x" + i));
    }
    Path file = Files4Tests.write(folder, "e.csv", String.join("\n", lines));
    ReadReport report = read(file, BadLines.skip(5));
    assertThat(report.records()).isEqualTo(5);
    assertThat(report.bad()).isEqualTo(5);
    assertThat(report.examples())
        .hasSize(5)
        .first()
        .isEqualTo(file + ":3: the value is \"x1\", expected a finite decimal number");
    assertThatThrownBy(() -> read(file, BadLines.skip(4)))
        .hasMessage(
            file
                + ":11: the value is \"x9\", expected a finite decimal number"
                + MEND
                + " (4 were skipped before it)");
  }

  @Test
  void nothingButBadLinesIsAnError() {
    Path file = Files4Tests.write(folder, "e.csv", "user,item,value\na,b,c\n");
    assertThatThrownBy(() -> read(file, BadLines.skip(5)))
        .hasMessage(
            file
                + ":1: there are no events in it, only 1 bad lines;"
                + " check that this is the right file");
  }

  private static ReadReport read(Path file, BadLines badLines) {
    return new Inputs(ItemFields.INFERRED, EventColumns.COMMON, badLines)
        .events(file)
        .read((user, item, type, value, time) -> {});
  }

  @Test
  void anAllowanceIsNotNegative() {
    assertThatThrownBy(() -> BadLines.skip(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bad lines allowed must not be negative, was -1");
  }

  @Test
  void endlessLines() throws IOException {
    Path file = folder.resolve("zeros");
    try (var out = Files.newOutputStream(file)) {
      byte[] block = new byte[1 << 20];
      Arrays.fill(block, (byte) 'a');
      for (int i = 0; i < 17; i++) {
        out.write(block);
      }
    }
    assertThatThrownBy(() -> Files4Tests.shown(Inputs.STRICT.events(file, Format.PAIRS)))
        .hasMessage(
            file
                + ":1: the line is longer than 16777216 bytes;"
                + " check that this is a text file with one record a line");
  }

  @Test
  void unknownFormats() {
    assertThatThrownBy(() -> Format.of("json"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("unknown format \"json\"; did you mean jsonl? known: auto, ");
    assertThat(Format.of("csv")).isSameAs(Format.CSV);
  }
}
