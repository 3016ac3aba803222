package dev.kindred.internal.math;

/** Integers by place that look random: the finaliser of MurmurHash3 (Appleby 2011). */
final class IntHash {
  static final int GOLDEN = 0x9E3779B9;
  static final int FIRST = 0x85EBCA6B;
  static final int SECOND = 0xC2B2AE35;
  static final int HALF = 16;
  static final int THIRTEEN = 13;

  private IntHash() {}

  static int of(int key, int i) {
    int h = key + i * GOLDEN;
    h = (h ^ (h >>> HALF)) * FIRST;
    h = (h ^ (h >>> THIRTEEN)) * SECOND;
    return h ^ (h >>> HALF);
  }
}
