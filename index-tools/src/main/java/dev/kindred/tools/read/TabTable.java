package dev.kindred.tools.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Values between tabs, where a quote is a character like any other. */
final class TabTable implements Table {
  private final LineReader lines;
  private final List<String> header;
  private String[] row;

  TabTable(Input input) throws IOException {
    this.lines = new LineReader(input.name(), input.utf8(), StandardCharsets.UTF_8);
    String first = lines.next();
    this.header =
        first == null
            ? List.of()
            : Table.distinct(
                input.name(), Arrays.stream(Texts.split(first, "\t")).map(String::strip).toList());
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public boolean next() throws IOException, BadLine {
    String line = lines.next();
    if (line == null) {
      return false;
    }
    row = Texts.split(line, "\t");
    Table.checkLength(header.size(), row.length);
    return true;
  }

  @Override
  public String field(int column) {
    return row[column];
  }

  @Override
  public long line() {
    return lines.line();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
