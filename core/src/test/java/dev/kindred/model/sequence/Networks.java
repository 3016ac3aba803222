package dev.kindred.model.sequence;

import dev.kindred.internal.neural.Parameter;
import java.util.List;
import java.util.SplittableRandom;

/** Networks nobody trained. */
final class Networks {
  private Networks() {}

  /** Fills every array with numbers of a seed. */
  static void fill(List<Parameter> parameters) {
    SplittableRandom random = new SplittableRandom(8);
    for (Parameter parameter : parameters) {
      for (int i = 0; i < parameter.values().length; i++) {
        parameter.values()[i] = (float) random.nextDouble(-1, 1);
      }
    }
  }
}
