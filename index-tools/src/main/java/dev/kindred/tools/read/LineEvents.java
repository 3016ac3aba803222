package dev.kindred.tools.read;

import dev.kindred.data.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;

/** Events of files without a header, where a line's meaning is its order: four kinds. */
abstract class LineEvents implements EventRows {
  private final LineReader lines;
  private final Map<Slot, String> slots = new EnumMap<>(Slot.class);

  private LineEvents(Input input) throws IOException {
    this.lines = new LineReader(input.name(), input.utf8(), StandardCharsets.UTF_8);
  }

  /** {@code user item} with white space between. */
  static EventRows pairs(Input input) throws IOException {
    return new LineEvents(input) {
      @Override
      void parse(String line) throws BadLine {
        StringTokenizer tokens = new StringTokenizer(line);
        if (tokens.countTokens() != 2) {
          throw new BadLine(
              String.format(
                  Locale.ROOT,
                  "the line has %d values, expected a user and an item; it is %s",
                  tokens.countTokens(),
                  BadLine.quoted(line)));
        }
        set(Slot.USER, tokens.nextToken());
        set(Slot.ITEM, tokens.nextToken());
      }
    };
  }

  /** {@code user item rating [time]} with {@code ::} or a tab between, as MovieLens has it. */
  static EventRows ratings(Input input) throws IOException {
    return new LineEvents(input) {
      @Override
      void parse(String line) throws BadLine {
        String separator = line.indexOf('\t') < 0 ? "::" : "\t";
        String[] parts = Texts.split(line, separator);
        if (parts.length < 3 || parts.length > 4) {
          throw new BadLine(
              String.format(
                  Locale.ROOT,
                  "the line has %d values, expected user, item, rating and perhaps time; it is %s",
                  parts.length,
                  BadLine.quoted(line)));
        }
        set(Slot.USER, parts[0]);
        set(Slot.ITEM, parts[1]);
        set(Slot.VALUE, parts[2]);
        set(Slot.TIME, parts.length == 4 ? parts[3] : null);
      }

      @Override
      public String defaultType() {
        return Event.RATING;
      }
    };
  }

  /** {@code user item item …} with white space between, items in order of time. */
  static EventRows sequences(Input input) throws IOException {
    return new LineEvents(input) {
      private StringTokenizer items = new StringTokenizer("");

      @Override
      public boolean next() throws IOException, BadLine {
        if (!items.hasMoreTokens() && !super.next()) {
          return false;
        }
        set(Slot.ITEM, items.nextToken());
        return true;
      }

      @Override
      void parse(String line) throws BadLine {
        StringTokenizer tokens = new StringTokenizer(line);
        if (tokens.countTokens() < 2) {
          throw new BadLine(
              "the line is " + BadLine.quoted(line) + ", expected a user and at least one item");
        }
        set(Slot.USER, tokens.nextToken());
        items = tokens;
      }
    };
  }

  /** {@code user item rank} with tabs, after a header; ranks become seconds after the epoch. */
  static EventRows ranked(Input input) throws IOException {
    LineEvents rows =
        new LineEvents(input) {
          @Override
          void parse(String line) throws BadLine {
            String[] parts = Texts.split(line, "\t");
            if (parts.length != 3) {
              throw new BadLine(
                  String.format(
                      Locale.ROOT,
                      "the line has %d values, expected user, item and rank; it is %s",
                      parts.length,
                      BadLine.quoted(line)));
            }
            set(Slot.USER, parts[0]);
            set(Slot.ITEM, parts[1]);
            set(Slot.TIME, parts[2]);
          }
        };
    rows.lines.next();
    return rows;
  }

  abstract void parse(String line) throws BadLine;

  final void set(Slot slot, String text) {
    slots.put(slot, text);
  }

  @Override
  public boolean next() throws IOException, BadLine {
    String line = lines.next();
    if (line == null) {
      return false;
    }
    parse(line);
    return true;
  }

  @Override
  public long line() {
    return lines.line();
  }

  @Override
  public String get(Slot slot) {
    return slots.get(slot);
  }

  @Override
  public String defaultType() {
    return Event.VIEW;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
