package dev.kindred.tools.simulate;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.kindred.data.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes a simulated world in the formats that the readers read. */
final class WorldFiles {
  private WorldFiles() {}

  static int write(Simulator world, Path folder) throws IOException {
    Files.createDirectories(folder);
    items(world.catalogue(), folder.resolve("items.jsonl"));
    try (Writer out = Files.newBufferedWriter(folder.resolve("events.csv"))) {
      out.write("user,item,type,value,timestamp\n");
      int[] count = new int[1];
      world.readers(
          (user, item, type, value, time) -> {
            event(out, user, item, type, time);
            count[0]++;
          });
      return count[0];
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void event(Writer out, String user, String item, String type, long time) {
    try {
      out.append(user).append(',').append(item).append(',').append(type).append(",1,");
      out.append(Long.toString(time)).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void items(Iterable<Item> items, Path file) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
      json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
      for (Item item : items) {
        json.writeStartObject();
        json.writeStringField("id", item.id());
        for (Map.Entry<String, Object> field : item.fields().entrySet()) {
          field(json, field.getKey(), field.getValue());
        }
        json.writeEndObject();
      }
      json.writeRaw('\n');
    }
  }

  private static void field(JsonGenerator json, String name, Object value) throws IOException {
    json.writeFieldName(name);
    switch (value) {
      case Long number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case List<?> texts -> {
        json.writeStartArray();
        for (Object text : texts) {
          json.writeString(text.toString());
        }
        json.writeEndArray();
      }
      default -> json.writeString(value.toString());
    }
  }
}
