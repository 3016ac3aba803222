package dev.kindred.tools.train.neural;

import dev.kindred.internal.neural.Parameter;
import java.util.List;

/** Moves parameters against their gradient. Not thread-safe, but may use threads. */
public interface Optimizer {
  /**
   * One step.
   *
   * @param gradients in the order of the parameters; left as they are
   * @param rate the learning rate of this step
   */
  void step(List<Parameter> gradients, double rate, int threads);

  /** What has to be kept to go on another day, by names of its own. */
  List<Parameter> state();

  /**
   * Shrinks gradients whose norm over all of them exceeds {@code most} to that norm (Pascanu,
   * Mikolov and Bengio 2013).
   *
   * @param most 0 never shrinks
   * @return the norm before
   */
  static double clip(List<Parameter> gradients, double most) {
    double square = 0;
    for (Parameter gradient : gradients) {
      for (float g : gradient.values()) {
        square += (double) g * g;
      }
    }
    double norm = Math.sqrt(square);
    if (most > 0 && norm > most) {
      float scale = (float) (most / norm);
      for (Parameter gradient : gradients) {
        for (int i = 0; i < gradient.values().length; i++) {
          gradient.values()[i] *= scale;
        }
      }
    }
    return norm;
  }
}
