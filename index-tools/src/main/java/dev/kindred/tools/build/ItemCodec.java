package dev.kindred.tools.build;

import dev.kindred.data.Item;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Items as bytes, for as long as a build lasts: every type of value comes back as it was. */
final class ItemCodec {
  private ItemCodec() {}

  static void write(Item item, DataOutputStream out) throws IOException {
    text(item.id(), out);
    out.writeInt(item.fields().size());
    for (Map.Entry<String, Object> field : item.fields().entrySet()) {
      text(field.getKey(), out);
      value(field.getValue(), out);
    }
  }

  private static void value(Object value, DataOutputStream out) throws IOException {
    switch (value) {
      case Integer number -> tagged('I', out).writeInt(number);
      case Long number -> tagged('J', out).writeLong(number);
      case Float number -> tagged('F', out).writeFloat(number);
      case Number number -> tagged('D', out).writeDouble(number.doubleValue());
      case Boolean flag -> tagged('Z', out).writeBoolean(flag);
      case float[] vector -> {
        tagged('V', out).writeInt(vector.length);
        for (float number : vector) {
          out.writeFloat(number);
        }
      }
      case List<?> many -> {
        tagged('L', out).writeInt(many.size());
        for (Object one : many) {
          value(one, out);
        }
      }
      default -> text(value.toString(), tagged('S', out));
    }
  }

  private static DataOutputStream tagged(char tag, DataOutputStream out) throws IOException {
    out.writeByte(tag);
    return out;
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static Item read(DataInputStream in) throws IOException {
    String id = text(in);
    int count = in.readInt();
    Map<String, Object> fields = LinkedHashMap.newLinkedHashMap(count);
    for (int i = 0; i < count; i++) {
      fields.put(text(in), value(in));
    }
    return new Item(id, fields);
  }

  private static Object value(DataInputStream in) throws IOException {
    char tag = (char) in.readByte();
    return switch (tag) {
      case 'I' -> in.readInt();
      case 'J' -> in.readLong();
      case 'F' -> in.readFloat();
      case 'D' -> in.readDouble();
      case 'Z' -> in.readBoolean();
      case 'S' -> text(in);
      case 'V' -> vector(in);
      case 'L' -> list(in);
      default -> throw new IOException("unknown kind of value: " + (int) tag);
    };
  }

  private static float[] vector(DataInputStream in) throws IOException {
    float[] vector = new float[in.readInt()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = in.readFloat();
    }
    return vector;
  }

  private static List<Object> list(DataInputStream in) throws IOException {
    int size = in.readInt();
    List<Object> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(value(in));
    }
    return list;
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
