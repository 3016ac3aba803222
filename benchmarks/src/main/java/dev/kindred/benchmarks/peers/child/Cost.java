package dev.kindred.benchmarks.peers.child;

/**
 * What one training took.
 *
 * @param cpu nanoseconds of all threads of its process, compiler and collector too
 * @param heap bytes alive at most, beside what was there before
 */
public record Cost(long cpu, long heap) {
  @Override
  public String toString() {
    return cpu + " " + heap;
  }

  /** Reads what {@link #toString} writes. */
  public static Cost parse(String text) {
    String[] words = text.split(" ");
    return new Cost(Long.parseLong(words[0]), Long.parseLong(words[1]));
  }
}
