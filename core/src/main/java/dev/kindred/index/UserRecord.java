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
 * A user's state as bytes: format, attributes, event types, then each event as the time since the
 * one before in milliseconds, item id, type number and value. Times are kept to the millisecond.
 */
final class UserRecord {
  private static final byte FORMAT = 1;

  private UserRecord() {}

  static byte[] write(UserState user) throws IOException {
    Map<String, Integer> types = new LinkedHashMap<>();
    for (Event event : user.history()) {
      types.putIfAbsent(event.type(), types.size());
    }
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    out.writeByte(FORMAT);
    out.writeMapOfStrings(new TreeMap<>(user.attributes()));
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

  static UserState read(String userId, BytesRef bytes) throws IOException {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    byte format = in.readByte();
    if (format != FORMAT) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "the record of user '%s' has format %d; this release reads %d: use a newer release",
              userId,
              format,
              FORMAT));
    }
    Map<String, String> attributes = in.readMapOfStrings();
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
    return new UserState(userId, history, attributes);
  }
}
