package dev.kindred.tools.train.related;

/** Scores an item by the items it came after. */
final class Followed implements Pairs {
  private final Sequences sequences;
  private final int steps;
  private final double backward;
  private final double[] divisors;
  private final double[] sums;
  private final int[] touched;
  private int count;

  /**
   * @param divisors of the weights of each item that was followed; null for none
   */
  Followed(Sequences sequences, int steps, double backward, double[] divisors) {
    this.sequences = sequences;
    this.steps = steps;
    this.backward = backward;
    this.divisors = divisors;
    this.sums = new double[sequences.items()];
    this.touched = new int[sequences.items()];
  }

  @Override
  public void row(int item) {
    for (int t = 0; t < count; t++) {
      sums[touched[t]] = 0;
    }
    count = 0;
    for (int p = sequences.starts()[item]; p < sequences.starts()[item + 1]; p++) {
      int at = sequences.places()[p];
      int first = Math.max(sequences.begins()[at], at - steps);
      for (int before = at - 1; before >= first; before--) {
        add(before, sequences.weights()[at] / (at - before));
      }
      int end = backward == 0 ? at : Math.min(sequences.ends()[at], at + steps + 1);
      for (int after = at + 1; after < end; after++) {
        add(after, backward * sequences.weights()[after] / (after - at));
      }
    }
  }

  private void add(int at, double weight) {
    int other = sequences.events()[at];
    if (sums[other] == 0 && weight > 0) {
      touched[count++] = other;
    }
    sums[other] += weight;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public int other(int t) {
    return touched[t];
  }

  @Override
  public double score(int other) {
    return divisors == null ? sums[other] : sums[other] / divisors[other];
  }
}
