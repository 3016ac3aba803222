package dev.kindred.tools.simulate;

import java.util.SplittableRandom;

/** Independent streams of random numbers from one seed. */
final class Seeds {
  private Seeds() {}

  /** The stream of one thing, such as one reader: the same whatever was drawn for others. */
  static SplittableRandom of(long seed, long stream) {
    return new SplittableRandom(mix(mix(seed) + stream));
  }

  /** Stafford's thirteenth variant of the 64-bit finaliser. */
  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
