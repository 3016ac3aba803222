package dev.kindred.tools.read;

import dev.kindred.tools.read.config.EventColumns;
import dev.kindred.tools.read.config.ItemFields;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Opens files of events and items, in any {@link Format}, packed with gzip or not. Opening looks at
 * the start of a file only. Every failure is an {@link InputException}. Immutable.
 *
 * @param fields what the items' fields mean; what is left open is inferred
 * @param columns where the parts of an event are
 * @param badLines how many bad lines are put up with in each file
 */
public record Inputs(ItemFields fields, EventColumns columns, BadLines badLines) {
  /** Everything under its common names, and no bad lines. */
  public static final Inputs STRICT =
      new Inputs(ItemFields.INFERRED, EventColumns.COMMON, BadLines.STOP);

  /** The events of a file whose format is told by its content. */
  public EventSource events(Path file) {
    return events(file, Format.AUTO);
  }

  /** The events of a file. */
  public EventSource events(Path file, Format format) {
    return events(Input.file(file), format);
  }

  /**
   * The events of a stream, which can be read once and is not closed.
   *
   * @param name what to call it in messages
   */
  public EventSource events(String name, InputStream in, Format format) {
    try {
      return events(Input.stream(name, in), format);
    } catch (IOException e) {
      throw new InputException(name, 0, "it cannot be read (" + e + ")", "check the input", e);
    }
  }

  private EventSource events(Input input, Format format) {
    Format known = format == Format.AUTO ? Sniffer.events(input) : format;
    return new FileEvents(input, badLines, events(known));
  }

  private FileEvents.Opener events(Format format) {
    return switch (format) {
      case AUTO -> throw new IllegalStateException("the format must be known by now");
      case MOVIELENS -> LineEvents::ratings;
      case CSV -> in -> table(in, new CsvTable(in, ','));
      case TSV -> in -> table(in, new CsvTable(in, '\t'));
      case RECBOLE -> in -> Atomic.events(in, columns);
      case JSONL -> in -> JsonEvents.plain(in, columns);
      case UBI -> JsonEvents::ubi;
      case PAIRS -> LineEvents::pairs;
      case SEQUENCES -> LineEvents::sequences;
    };
  }

  private EventRows table(Input input, Table table) {
    return new TableEvents(input.name(), table, table.header(), columns);
  }

  /** The items of a file whose format is told by its content. */
  public ItemSource items(Path file) {
    return items(file, Format.AUTO);
  }

  /** The items of a file. */
  public ItemSource items(Path file, Format format) {
    Input input = Input.file(file);
    Format known = format == Format.AUTO ? Sniffer.items(input) : format;
    FileItems.Opener opener =
        switch (known) {
          case CSV -> in -> new TableItems(new CsvTable(in, ','), row -> row);
          case TSV -> in -> new TableItems(new CsvTable(in, '\t'), row -> row);
          case RECBOLE -> Atomic::items;
          case JSONL -> JsonItems::new;
          default ->
              throw new InputException(
                  input.name(),
                  0,
                  "the format " + known + " holds no items, expected csv, tsv, jsonl or recbole",
                  "name another format with --format, or the folder with --movielens");
        };
    return new FileItems(input, badLines, opener, fields);
  }

  /** A MovieLens folder of any edition. The configured columns and fields do not apply. */
  public DataFolder movieLens(Path folder) {
    return new DataFolder(
        MovieLens.events(folder, badLines), Optional.of(MovieLens.items(folder, badLines)));
  }

  /** A folder of data: MovieLens, RecBole, or files such as {@code events.csv, items.jsonl}. */
  public DataFolder folder(Path folder) {
    if (MovieLens.is(folder)) {
      return movieLens(folder);
    }
    return new DataFolder(
        events(FolderFiles.events(folder)), FolderFiles.items(folder).map(this::items));
  }
}
