package dev.kindred.tools.read;

import dev.kindred.data.Event;
import dev.kindred.data.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes small files and reads them whole. */
final class Files4Tests {
  private Files4Tests() {}

  static Path write(Path folder, String name, String text) {
    return write(folder, name, text, StandardCharsets.UTF_8);
  }

  static Path write(Path folder, String name, String text, Charset charset) {
    return write(folder, name, text.getBytes(charset));
  }

  static Path write(Path folder, String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path gzip(Path folder, String name, String text) {
    Path file = folder.resolve(name);
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  static List<Event> events(EventSource source) {
    List<Event> events = new ArrayList<>();
    source.forEach(events::add);
    return events;
  }

  /** Events as {@code user item type value millis}. */
  static List<String> shown(EventSource source) {
    List<String> shown = new ArrayList<>();
    source.read(
        (u, i, type, value, time) ->
            shown.add(String.join(" ", u, i, type, value + "", time + "")));
    return shown;
  }

  static List<Item> items(ItemSource source) {
    List<Item> items = new ArrayList<>();
    source.forEach(items::add);
    return items;
  }
}
