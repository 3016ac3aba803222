package dev.kindred.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.ValueInfo;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** A loaded graph. Thread-safe: one thread computes a request, many requests run side by side. */
final class Encoder {
  private static final Cleaner CLEANER = Cleaner.create();

  private final String file;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final String input;
  private final int factors;

  private Encoder(String file, OrtEnvironment environment, OrtSession session, int factors) {
    this.file = file;
    this.environment = environment;
    this.session = session;
    this.input = session.getInputNames().iterator().next();
    this.factors = factors;
  }

  /**
   * Loads the graph and checks what goes in and comes out.
   *
   * @param file for messages
   */
  static Encoder open(String file, byte[] graph, OnnxModel.Input kind, int factors)
      throws IOException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      OrtSession session = environment.createSession(graph, options);
      try {
        check(file, session, kind, factors);
        return new Encoder(file, environment, session, factors);
      } catch (IOException | OrtException e) {
        session.close();
        throw e;
      }
    } catch (OrtException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static void check(String file, OrtSession session, OnnxModel.Input kind, int factors)
      throws IOException, OrtException {
    if (session.getNumInputs() != 1 || session.getNumOutputs() != 1) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s: the graph has inputs %s and outputs %s; expected one of each",
              file,
              session.getInputNames(),
              session.getOutputNames()));
    }
    TensorInfo in = tensor(file, "input", session.getInputInfo());
    TensorInfo out = tensor(file, "output", session.getOutputInfo());
    boolean rows = kind == OnnxModel.Input.ROWS;
    require(
        file, "input", in, rows ? OnnxJavaType.INT64 : OnnxJavaType.FLOAT, shape(rows, factors));
    require(file, "output", out, OnnxJavaType.FLOAT, new long[] {1, factors});
  }

  private static TensorInfo tensor(String file, String what, Map<String, NodeInfo> only)
      throws IOException {
    ValueInfo info = only.values().iterator().next().getInfo();
    if (info instanceof TensorInfo tensor) {
      return tensor;
    }
    throw new IOException(file + ": the " + what + " is " + info + "; expected a tensor");
  }

  private static long[] shape(boolean rows, int factors) {
    return rows ? new long[] {1, -1} : new long[] {1, -1, factors};
  }

  /** A dimension of -1 is a free one. */
  private static void require(
      String file, String what, TensorInfo found, OnnxJavaType type, long[] shape)
      throws IOException {
    boolean fits = found.type == type && found.getShape().length == shape.length;
    for (int d = 0; fits && d < shape.length; d++) {
      long is = found.getShape()[d];
      fits = shape[d] == -1 ? is == -1 : is == -1 || is == shape[d];
    }
    if (!fits) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s: the %s is %s%s; expected %s%s, where -1 is a free dimension",
              file,
              what,
              found.type,
              Arrays.toString(found.getShape()),
              type,
              Arrays.toString(shape)));
    }
  }

  /** The answer to row numbers. */
  float[] rows(long[] rows) throws IOException {
    try (OnnxTensor tensor = OnnxTensor.createTensor(environment, new long[][] {rows})) {
      return run(tensor);
    } catch (OrtException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /** The answer to vectors. */
  float[] vectors(float[][] vectors) throws IOException {
    try (OnnxTensor tensor = OnnxTensor.createTensor(environment, new float[][][] {vectors})) {
      return run(tensor);
    } catch (OrtException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private float[] run(OnnxTensor tensor) throws OrtException, IOException {
    try (OrtSession.Result result = session.run(Map.of(input, tensor))) {
      OnnxValue value = result.get(0);
      FloatBuffer numbers = ((OnnxTensor) value).getFloatBuffer();
      if (numbers.remaining() != factors) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "%s: the graph answers %s numbers; expected %s",
                file,
                numbers.remaining(),
                factors));
      }
      float[] answer = new float[factors];
      numbers.get(answer);
      return answer;
    }
  }

  /** Frees the native session once the owner can no longer be reached. */
  void freeWith(Object owner) {
    OrtSession held = session;
    CLEANER.register(owner, () -> free(held));
  }

  private static void free(OrtSession session) {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the graph's memory cannot be freed", e);
    }
  }
}
