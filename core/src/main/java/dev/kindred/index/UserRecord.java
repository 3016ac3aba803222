package dev.kindred.index;

import dev.kindred.data.Event;
import dev.kindred.data.UserState;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * A user's state as bytes: format, attributes, in format 2 the counts by type, event types, then
 * each event as the time since the one before in milliseconds, item id, type number and value.
 * Times are kept to the millisecond.
 */
final class UserRecord {
  private static final byte PLAIN = 1;
  private static final byte COUNTED = 2;

  private UserRecord() {}

  static byte[] write(UserState user) throws IOException {
    Map<String, Integer> types = new LinkedHashMap<>();
    for (Event event : user.history()) {
      types.putIfAbsent(event.type(), types.size());
    }
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    out.writeByte(user.counts().isEmpty() ? PLAIN : COUNTED);
    out.writeMapOfStrings(new TreeMap<>(user.attributes()));
    if (!user.counts().isEmpty()) {
      writeCounts(out, new TreeMap<>(user.counts()));
    }
    out.writeVInt(types.size());
    for (String type : types.keySet()) {
      out.writeString(type);
    }
    out.writeVInt(user.history().size());
    long before = 0;
    for (Event event : user.history()) {
      long time = event.time().toEpochMilli();
      out.writeZLong(time - before);
      out.writeString(event.itemId());
      out.writeVInt(types.get(event.type()));
      out.writeInt(Float.floatToRawIntBits(event.value()));
      before = time;
    }
    return out.toArrayCopy();
  }

  private static void writeCounts(ByteBuffersDataOutput out, Map<String, Long> counts)
      throws IOException {
    out.writeVInt(counts.size());
    for (Map.Entry<String, Long> count : counts.entrySet()) {
      out.writeString(count.getKey());
      out.writeVLong(count.getValue());
    }
  }

  static UserState read(String userId, BytesRef bytes) throws IOException {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    byte format = in.readByte();
    if (format != PLAIN && format != COUNTED) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "the record of user '%s' has format %d; this release reads 1 and 2: use a newer release",
              userId,
              format));
    }
    Map<String, String> attributes = in.readMapOfStrings();
    Map<String, Long> counts = format == COUNTED ? readCounts(in) : Map.of();
    String[] types = new String[in.readVInt()];
    for (int i = 0; i < types.length; i++) {
      types[i] = in.readString();
    }
    int size = in.readVInt();
    List<Event> history = new ArrayList<>(size);
    long time = 0;
    for (int i = 0; i < size; i++) {
      time += in.readZLong();
      String item = in.readString();
      String type = types[in.readVInt()];
      float value = Float.intBitsToFloat(in.readInt());
      history.add(new Event(userId, item, type, value, Instant.ofEpochMilli(time)));
    }
    return new UserState(userId, history, attributes, counts);
  }

  private static Map<String, Long> readCounts(ByteArrayDataInput in) throws IOException {
    Map<String, Long> counts = new TreeMap<>();
    for (int left = in.readVInt(); left > 0; left--) {
      counts.put(in.readString(), in.readVLong());
    }
    return counts;
  }
}
