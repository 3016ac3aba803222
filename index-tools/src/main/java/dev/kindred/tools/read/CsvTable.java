package dev.kindred.tools.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/** RFC 4180: values may be quoted, and then hold separators, line ends and doubled quotes. */
final class CsvTable implements Table {
  private final Input input;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final List<String> header;
  private CsvRecord current;

  CsvTable(Input input, char separator) throws IOException {
    this.input = input;
    this.reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(input.utf8(), StandardCharsets.UTF_8);
    this.records = reader.iterator();
    this.header =
        advance()
            ? Table.distinct(input.name(), current.getFields().stream().map(String::strip).toList())
            : List.of();
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public boolean next() throws IOException, BadLine {
    if (!advance()) {
      return false;
    }
    Table.checkLength(header.size(), current.getFieldCount());
    return true;
  }

  private boolean advance() throws IOException {
    try {
      if (!records.hasNext()) {
        return false;
      }
      current = records.next();
      return true;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      if (e.getCause() instanceof InputException encoding) {
        throw encoding;
      }
      throw new InputException(
          input.name(),
          line() + (current == null ? 1 : 0),
          "after this line the quoting is broken (" + e.getMessage() + ")",
          "quote values as in RFC 4180, with \"\" for a quote inside",
          e);
    }
  }

  @Override
  public String field(int column) {
    return current.getField(column);
  }

  @Override
  public long line() {
    return current == null ? 0 : current.getStartingLineNumber();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
