package dev.kindred.tools.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the files of events and of items in a folder, by their names. */
final class FolderFiles {
  private static final List<String> EVENTS = List.of("events", "interactions", "ratings");
  private static final List<String> ITEMS =
      List.of("items", "catalogue", "catalog", "products", "books", "movies");
  private static final List<String> ENDINGS = List.of(".jsonl", ".ndjson", ".csv", ".tsv", ".dat");

  private FolderFiles() {}

  static Path events(Path folder) {
    return find(folder, EVENTS, ".inter")
        .orElseThrow(
            () ->
                new InputException(
                    folder.toString(),
                    0,
                    "it holds no events, expected such as events.csv, events.jsonl or *.inter",
                    "name the file with --events"));
  }

  static Optional<Path> items(Path folder) {
    return find(folder, ITEMS, ".item");
  }

  private static Optional<Path> find(Path folder, List<String> stems, String atomic) {
    for (String stem : stems) {
      for (String ending : ENDINGS) {
        for (String packed : List.of("", ".gz")) {
          Path file = folder.resolve(stem + ending + packed);
          if (Files.isRegularFile(file)) {
            return Optional.of(file);
          }
        }
      }
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(
              file -> file.toString().endsWith(atomic) || file.toString().endsWith(atomic + ".gz"))
          .sorted()
          .findFirst();
    } catch (IOException e) {
      throw new InputException(
          folder.toString(), 0, "it is no folder that can be listed", "check the path", e);
    }
  }
}
