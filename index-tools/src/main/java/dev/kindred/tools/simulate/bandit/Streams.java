package dev.kindred.tools.simulate.bandit;

import java.util.SplittableRandom;

/** A stream of random numbers a run. */
final class Streams {
  private Streams() {}

  static SplittableRandom[] of(long seed, int runs) {
    SplittableRandom parent = new SplittableRandom(seed);
    SplittableRandom[] streams = new SplittableRandom[runs];
    for (int run = 0; run < runs; run++) {
      streams[run] = parent.split();
    }
    return streams;
  }
}
