package dev.kindred.tools.train.neural;

/** Random numbers by place instead of by turn: the finaliser of splitmix64 (Steele et al. 2014). */
public final class Hash {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private Hash() {}

  /** A number that depends on every bit of both. */
  public static long of(long a, long b) {
    return mix(mix(a) + b * GOLDEN);
  }

  /** In [0, 1). */
  public static double unit(long a, long b) {
    return (of(a, b) >>> 11) * UNIT;
  }

  /** A permutation of all longs in which neighbours have nothing in common. */
  static long mix(long x) {
    long z = x + GOLDEN;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
