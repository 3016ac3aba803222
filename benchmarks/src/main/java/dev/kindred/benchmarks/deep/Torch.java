package dev.kindred.benchmarks.deep;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Parameters, operations and Adam's steps of PyTorch on one thread. Each operation is one of
 * PyTorch's own, fused as far as it has them; what a step allocates is freed at its end.
 */
final class Torch implements AutoCloseable {
  private static final String NAME = "PyTorch";
  private static final float LAYER_NORM_EPSILON = 1e-5f;

  /** What a score loses that shall not count. */
  private static final float NEVER = 1e9f;

  private final Engine engine;
  private final NDManager manager;
  private final Optimizer optimizer;
  private final List<NDArray> parameters = new ArrayList<>();

  /**
   * @param secondMoment Adam's β₂
   */
  Torch(double rate, double secondMoment, long seed) {
    engine = engine();
    engine.setRandomSeed((int) seed);
    manager = engine.newBaseManager();
    optimizer =
        Optimizer.adam()
            .optLearningRateTracker(Tracker.fixed((float) rate))
            .optBeta2((float) secondMoment)
            .build();
  }

  /** PyTorch on one thread, from the class path alone. */
  private static Engine engine() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.pytorch.num_threads", "1");
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    if (!Engine.hasEngine(NAME)) {
      throw new IllegalStateException(
          "PyTorch is not on the class path, for it is large; build with it once: "
              + "mvn -Dquick -Dmaven.test.skip -Pdjl -pl benchmarks -am package");
    }
    return Engine.getEngine(NAME);
  }

  /** Where the native library is unpacked to, once. */
  static void unpackTo(Path folder) {
    System.setProperty("ENGINE_CACHE_DIR", folder.toString());
  }

  /** Version of the library. */
  String version() {
    return NAME + " " + engine.getVersion();
  }

  /** Drawn from a normal distribution. */
  NDArray normal(double deviation, long... shape) {
    return parameter(
        manager.randomNormal(0, (float) deviation, new Shape(shape), DataType.FLOAT32));
  }

  /** Drawn as Glorot and Bengio (2010) do, uniformly; {@code [out, in]}. */
  NDArray glorot(long out, long in) {
    float bound = (float) Math.sqrt(6.0 / (in + out));
    return parameter(manager.randomUniform(-bound, bound, new Shape(out, in), DataType.FLOAT32));
  }

  NDArray zeros(long... shape) {
    return parameter(manager.zeros(new Shape(shape), DataType.FLOAT32));
  }

  NDArray ones(long... shape) {
    return parameter(manager.ones(new Shape(shape), DataType.FLOAT32));
  }

  private NDArray parameter(NDArray values) {
    values.setRequiresGradient(true);
    parameters.add(values);
    return values;
  }

  /** A constant that stays. */
  NDArray constant(float[] values, long... shape) {
    return manager.create(values, new Shape(shape));
  }

  /** Integers, for the step. */
  NDArray integers(long[] values, long... shape) {
    return manager.create(values, new Shape(shape));
  }

  static NDArray embedding(NDArray table, NDArray indices) {
    return indices.getNDArrayInternal().embedding(indices, table, SparseFormat.DENSE).head();
  }

  /**
   * @param bias null for none
   */
  static NDArray linear(NDArray x, NDArray weight, NDArray bias) {
    return x.getNDArrayInternal().linear(x, weight, bias).head();
  }

  static NDArray dropout(NDArray x, double rate) {
    return x.getNDArrayInternal().dropout(x, (float) rate, true).head();
  }

  static NDArray layerNorm(NDArray x, NDArray gain, NDArray bias) {
    return x.getNDArrayInternal()
        .layerNorm(x, gain.getShape(), gain, bias, LAYER_NORM_EPSILON)
        .head();
  }

  /** The mean cross-entropy of rows of scores. */
  static NDArray crossEntropy(NDArray scores, NDArray targets) {
    long rows = targets.size();
    return scores.logSoftmax(1).gather(targets.reshape(rows, 1), 1).mean().neg();
  }

  /**
   * The mean cross-entropy of the true item among a sample that all rows share; where the sample
   * holds it, it does not count again.
   *
   * @param expected subtracted from the scores of the sample
   */
  NDArray sampledCrossEntropy(
      NDArray x, NDArray table, NDArray bias, NDArray targets, NDArray sample, float[] expected) {
    long rows = targets.size();
    long n = sample.size();
    NDArray biases = bias.reshape(bias.size(), 1);
    NDArray offsets =
        embedding(biases, sample).reshape(n).sub(manager.create(expected, new Shape(n)));
    NDArray same = targets.reshape(rows, 1).eq(sample.reshape(1, n));
    NDArray others =
        linear(x, embedding(table, sample), offsets)
            .sub(same.toType(DataType.FLOAT32, false).mul(NEVER));
    NDArray right =
        x.mul(embedding(table, targets)).sum(new int[] {1}, true).add(embedding(biases, targets));
    return right.concat(others, 1).logSoftmax(1).get(":, 0").mean().neg();
  }

  /** One step of Adam on the loss; returns the loss. */
  double step(Supplier<NDArray> forward) {
    double value;
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      try (GradientCollector gradients = engine.newGradientCollector()) {
        NDArray loss = forward.get();
        gradients.backward(loss);
        value = loss.getFloat();
      }
    }
    for (int p = 0; p < parameters.size(); p++) {
      NDArray parameter = parameters.get(p);
      try (NDArray gradient = parameter.getGradient()) {
        optimizer.update(Integer.toString(p), parameter, gradient);
      }
    }
    return value;
  }

  @Override
  public void close() {
    manager.close();
  }
}
