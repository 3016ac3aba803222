package dev.kindred.opensearch.ask;

import dev.kindred.model.Encoding;
import java.io.IOException;
import java.util.TreeMap;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;

/** Encodings between nodes. */
final class EncodingWire {
  private static final byte DENSE = 1;
  private static final byte SPARSE = 2;
  private static final byte NONE = 3;
  private static final byte SUM = 4;
  private static final byte LEARNED = 5;

  private EncodingWire() {}

  static void write(StreamOutput out, Encoding encoding) throws IOException {
    switch (encoding) {
      case Encoding.Dense dense -> {
        out.writeByte(DENSE);
        out.writeString(dense.field());
        out.writeFloatArray(dense.vector());
        out.writeMap(
            new TreeMap<>(dense.parts()), StreamOutput::writeString, StreamOutput::writeFloatArray);
      }
      case Encoding.Sparse sparse -> {
        out.writeByte(SPARSE);
        out.writeString(sparse.field());
        out.writeMap(
            new TreeMap<>(sparse.weights()), StreamOutput::writeString, StreamOutput::writeFloat);
        out.writeString(sparse.norm());
        out.writeMap(
            new TreeMap<>(sparse.causes()), StreamOutput::writeString, StreamOutput::writeString);
      }
      case Encoding.Sum sum -> {
        out.writeByte(SUM);
        out.writeCollection(sum.parts(), EncodingWire::write);
      }
      case Encoding.Learned learned -> {
        out.writeByte(LEARNED);
        out.writeString(learned.field());
        out.writeString(learned.network());
        out.writeFloatArray(learned.inputs());
      }
      case Encoding.None none -> {
        out.writeByte(NONE);
        out.writeString(none.reason());
      }
    }
  }

  static Encoding read(StreamInput in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case DENSE ->
          new Encoding.Dense(
              in.readString(),
              in.readFloatArray(),
              in.readMap(StreamInput::readString, StreamInput::readFloatArray));
      case SPARSE ->
          new Encoding.Sparse(
              in.readString(),
              in.readMap(StreamInput::readString, StreamInput::readFloat),
              in.readString(),
              in.readMap(StreamInput::readString, StreamInput::readString));
      case SUM -> new Encoding.Sum(in.readList(EncodingWire::read));
      case LEARNED -> new Encoding.Learned(in.readString(), in.readString(), in.readFloatArray());
      case NONE -> new Encoding.None(in.readString());
      default ->
          throw new IOException(
              "unknown encoding " + kind + ": the nodes run different releases of the plugin");
    };
  }
}
