package dev.kindred.tools.train.neural.loss;

import dev.kindred.tools.train.neural.Hash;
import java.util.Arrays;

/** Draws items with probability in proportion to a power of their popularity. Immutable. */
public final class NegativeSampler {
  private final double[] cumulative;

  /**
   * @param counts events of each item
   * @param exponent α: 0 draws uniformly among items with events, 1 by popularity
   */
  public NegativeSampler(int[] counts, double exponent) {
    cumulative = new double[counts.length];
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i] == 0 ? 0 : Math.pow(counts[i], exponent);
      cumulative[i] = sum;
    }
  }

  /** The same key gives the same items. */
  public int[] draw(long key, int n) {
    int[] items = new int[n];
    double total = cumulative[cumulative.length - 1];
    for (int i = 0; i < n; i++) {
      double point = Hash.unit(key, i) * total;
      int found = Arrays.binarySearch(cumulative, point);
      int at = found < 0 ? -found - 1 : found + 1;
      while (at < cumulative.length && cumulative[at] == point) {
        at++;
      }
      items[i] = Math.min(at, cumulative.length - 1);
    }
    return items;
  }

  /** The logarithm of how often each item is expected among n draws; 0 for one never drawn. */
  public float[] logExpected(int n) {
    float[] logs = new float[cumulative.length];
    double total = cumulative[cumulative.length - 1];
    for (int i = 0; i < logs.length; i++) {
      double share = (cumulative[i] - (i == 0 ? 0 : cumulative[i - 1])) / total;
      logs[i] = share == 0 ? 0 : (float) Math.log(share * n);
    }
    return logs;
  }
}
