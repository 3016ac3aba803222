package dev.kindred.tools.simulate;

import java.util.random.RandomGenerator;

/** Draws indices in proportion to weights, in constant time (Walker 1977, Vose 1991). */
final class Alias {
  private final double[] keep;
  private final int[] other;

  /**
   * @param weights positive
   */
  Alias(double[] weights) {
    int n = weights.length;
    keep = new double[n];
    other = new int[n];
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    int[] stack = new int[n];
    int small = 0;
    int large = n;
    for (int i = 0; i < n; i++) {
      keep[i] = weights[i] * n / sum;
      if (keep[i] < 1) {
        stack[small++] = i;
      } else {
        stack[--large] = i;
      }
    }
    while (small > 0 && large < n) {
      int poor = stack[--small];
      int rich = stack[large];
      other[poor] = rich;
      keep[rich] -= 1 - keep[poor];
      if (keep[rich] < 1) {
        large++;
        stack[small++] = rich;
      }
    }
    while (small > 0) {
      keep[stack[--small]] = 1;
    }
    while (large < n) {
      keep[stack[large++]] = 1;
    }
  }

  int size() {
    return keep.length;
  }

  int draw(RandomGenerator random) {
    int i = random.nextInt(keep.length);
    return random.nextDouble() < keep[i] ? i : other[i];
  }
}
