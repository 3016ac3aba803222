package dev.kindred.benchmarks.peers.child;

/**
 * Scores by the inner product of a user's and an item's vector; a row without one has no answer.
 *
 * @param users by ordinal, null for a user without a vector
 * @param items likewise
 */
public record Factors(float[][] users, float[][] items) implements Scorer {
  @Override
  public double score(int user, int item) {
    if (users[user] == null || items[item] == null) {
      return Double.NaN;
    }
    double sum = 0;
    for (int f = 0; f < users[user].length; f++) {
      sum += (double) users[user][f] * items[item][f];
    }
    return sum;
  }
}
