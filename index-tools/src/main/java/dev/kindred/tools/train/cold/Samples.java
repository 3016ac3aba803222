package dev.kindred.tools.train.cold;

import java.util.stream.IntStream;

/**
 * What is known and what is to be predicted from it. Immutable by agreement.
 *
 * @param known one row each, the last number of which is 1
 * @param wanted one row each
 * @param weights of the rows, not negative
 */
record Samples(float[][] known, float[][] wanted, double[] weights) {
  int size() {
    return weights.length;
  }

  /** How many numbers are known of each. */
  int width() {
    return known[0].length;
  }

  /** How many are to be predicted. */
  int dimension() {
    return wanted[0].length;
  }

  /** Every so-manieth row, or all others. */
  Samples every(int nth, boolean in) {
    int[] rows = IntStream.range(0, size()).filter(i -> (i % nth == 0) == in).toArray();
    return new Samples(
        IntStream.of(rows).mapToObj(i -> known[i]).toArray(float[][]::new),
        IntStream.of(rows).mapToObj(i -> wanted[i]).toArray(float[][]::new),
        IntStream.of(rows).mapToDouble(i -> weights[i]).toArray());
  }
}
