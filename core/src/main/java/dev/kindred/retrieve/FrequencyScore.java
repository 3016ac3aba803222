package dev.kindred.retrieve;

import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.SmallFloat;

/** Weight × frequency, on request over the square root of the length in the norm byte. */
final class FrequencyScore extends SimScorer {
  private final float weight;
  private final boolean byLength;

  FrequencyScore(float weight, boolean byLength) {
    this.weight = weight;
    this.byLength = byLength;
  }

  @Override
  public float score(float frequency, long norm) {
    float full = weight * frequency;
    return byLength
        ? (float) (full / Math.sqrt(Math.max(1, SmallFloat.byte4ToInt((byte) norm))))
        : full;
  }
}
