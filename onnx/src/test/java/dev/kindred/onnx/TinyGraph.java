package dev.kindred.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes ONNX graphs as protocol buffers, message by message as onnx.proto3 numbers the fields, so
 * that no foreign file has to be believed.
 */
final class TinyGraph {
  private static final int FLOAT = 1;
  private static final int INT64 = 7;
  private static final int OPSET = 13;

  private TinyGraph() {}

  /** Bytes of one message. */
  private static final class Message {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private void varint(long value) {
      long rest = value;
      while ((rest & ~0x7FL) != 0) {
        bytes.write((int) ((rest & 0x7F) | 0x80));
        rest >>>= 7;
      }
      bytes.write((int) rest);
    }

    Message number(int field, long value) {
      varint((long) field << 3);
      varint(value);
      return this;
    }

    Message blob(int field, byte[] value) {
      varint(((long) field << 3) | 2);
      varint(value.length);
      bytes.writeBytes(value);
      return this;
    }

    Message text(int field, String value) {
      return blob(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
      return blob(field, value.bytes.toByteArray());
    }
  }

  private static Message constant(String name, float[] values, long... shape) {
    Message tensor = new Message();
    for (long dimension : shape) {
      tensor.number(1, dimension);
    }
    ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      raw.putFloat(value);
    }
    return tensor.number(2, FLOAT).text(8, name).blob(9, raw.array());
  }

  private static Message node(String operator, String output, String... inputs) {
    Message node = new Message();
    for (String input : inputs) {
      node.text(1, input);
    }
    return node.text(2, output).text(3, output).text(4, operator);
  }

  private static Message ints(String name, long value) {
    return new Message().text(1, name).number(8, value).number(20, 7);
  }

  private static Message integer(String name, long value) {
    return new Message().text(1, name).number(3, value).number(20, 2);
  }

  /** A dimension below 0 is free. */
  private static Message value(String name, int type, long... shape) {
    return new Message().text(1, name).message(2, type(type, shape));
  }

  private static Message type(int type, long... shape) {
    Message dimensions = new Message();
    for (long dimension : shape) {
      dimensions.message(
          1, dimension < 0 ? new Message().text(2, "n") : new Message().number(1, dimension));
    }
    Message tensor = new Message().number(1, type).message(2, dimensions);
    return new Message().message(1, tensor);
  }

  private static byte[] model(Message graph) {
    Message opset = new Message().text(1, "").number(2, OPSET);
    return new Message().number(1, 8).message(7, graph).message(8, opset).bytes.toByteArray();
  }

  /** The mean of the vectors that come in, times W[d × d]. */
  static byte[] overVectors(int d, float[] w) {
    Message graph = new Message().message(1, mean("history")).message(1, product()).text(2, "tiny");
    return model(
        graph
            .message(5, constant("w", w, d, d))
            .message(11, value("history", FLOAT, 1, -1, d))
            .message(12, value("user", FLOAT, 1, d)));
  }

  /** The same of rows of a table of its own. */
  static byte[] overRows(int d, float[] table, float[] w) {
    Message gather = node("Gather", "vectors", "table", "history");
    Message graph =
        new Message()
            .message(1, gather)
            .message(1, mean("vectors"))
            .message(1, product())
            .text(2, "tiny");
    return model(
        graph
            .message(5, constant("table", table, table.length / d, d))
            .message(5, constant("w", w, d, d))
            .message(11, value("history", INT64, 1, -1))
            .message(12, value("user", FLOAT, 1, d)));
  }

  /** A sequence of what comes in. */
  static byte[] listing() {
    Message sequence = new Message().message(4, new Message().message(1, type(INT64, 1, -1)));
    return model(
        new Message()
            .message(1, node("SequenceConstruct", "user", "history"))
            .text(2, "tiny")
            .message(11, value("history", INT64, 1, -1))
            .message(12, new Message().text(1, "user").message(2, sequence)));
  }

  private static Message mean(String input) {
    return node("ReduceMean", "mean", input)
        .message(5, ints("axes", 1))
        .message(5, integer("keepdims", 0));
  }

  private static Message product() {
    return node("MatMul", "user", "mean", "w");
  }
}
