package dev.kindred.index.log;

import dev.kindred.data.Event;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Entries as bytes: how many, then each with a tag. Times are kept to the millisecond. */
final class EntryCodec {
  private static final int HAPPENED = 1;
  private static final int DESCRIBED = 2;

  private EntryCodec() {}

  static byte[] write(List<? extends Entry> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * entries.size());
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(entries.size());
      for (Entry entry : entries) {
        switch (entry) {
          case Entry.Happened happened -> write(out, happened);
          case Entry.Described described -> write(out, described);
        }
      }
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, Entry.Happened happened) throws IOException {
    Event event = happened.event();
    out.writeByte(HAPPENED);
    text(out, event.userId());
    text(out, event.itemId());
    text(out, event.type());
    out.writeFloat(event.value());
    out.writeLong(event.time().toEpochMilli());
    out.writeLong(happened.id());
  }

  private static void write(DataOutputStream out, Entry.Described described) throws IOException {
    out.writeByte(DESCRIBED);
    text(out, described.user());
    out.writeInt(described.attributes().size());
    for (Map.Entry<String, String> fact : new TreeMap<>(described.attributes()).entrySet()) {
      text(out, fact.getKey());
      text(out, fact.getValue());
    }
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  static List<Entry> read(DataInputStream in) throws IOException {
    int size = in.readInt();
    List<Entry> entries = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      int tag = in.readByte();
      entries.add(
          switch (tag) {
            case HAPPENED -> happened(in);
            case DESCRIBED -> described(in);
            default ->
                throw new IOException(
                    "an entry of kind "
                        + tag
                        + ", this release reads 1 and 2: use a newer release");
          });
    }
    return entries;
  }

  private static Entry happened(DataInputStream in) throws IOException {
    String user = text(in);
    String item = text(in);
    String type = text(in);
    float value = in.readFloat();
    Instant time = Instant.ofEpochMilli(in.readLong());
    return new Entry.Happened(new Event(user, item, type, value, time), in.readLong());
  }

  private static Entry described(DataInputStream in) throws IOException {
    String user = text(in);
    int size = in.readInt();
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      attributes.put(text(in), text(in));
    }
    return new Entry.Described(user, attributes);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
