package dev.kindred.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.kindred.internal.registry.Polymorphic;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.util.BytesRef;

/** An item's fields as compact JSON, in their order. */
final class ItemJson {
  private static final JsonFactory FACTORY = Polymorphic.json().getFactory();
  private static final TypeReference<LinkedHashMap<String, Object>> FIELDS =
      new TypeReference<>() {};

  private ItemJson() {}

  /**
   * @param without fields to leave out
   */
  static byte[] write(Map<String, Object> fields, Set<String> without) throws IOException {
    ByteArrayBuilder bytes = new ByteArrayBuilder();
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      for (Map.Entry<String, Object> field : fields.entrySet()) {
        if (!without.contains(field.getKey())) {
          json.writeFieldName(field.getKey());
          write(json, field.getValue());
        }
      }
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case String text -> json.writeString(text);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Float number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case Boolean flag -> json.writeBoolean(flag);
      case float[] numbers -> {
        json.writeStartArray();
        for (float number : numbers) {
          json.writeNumber(number);
        }
        json.writeEndArray();
      }
      case Iterable<?> many -> {
        json.writeStartArray();
        for (Object one : many) {
          write(json, one);
        }
        json.writeEndArray();
      }
      default -> json.writePOJO(value);
    }
  }

  static Map<String, Object> read(BytesRef bytes) throws IOException {
    return Polymorphic.json().readValue(bytes.bytes, bytes.offset, bytes.length, FIELDS);
  }
}
