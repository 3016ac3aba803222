package dev.kindred.model.related;

import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.artifact.DType;
import dev.kindred.internal.artifact.Tensor;
import java.io.IOException;

/**
 * What every user of the training data made of which items, by user and by item. Users are numbers,
 * so that neither index nor artifact holds an id of theirs. Immutable by agreement; thread-safe.
 */
public final class Raters {
  private static final double FINEST = 1 << 20;
  private static final double LONGEST = 1 << 30;

  private final long[] starts;
  private final int[] rated;
  private final float[] values;
  private final float[] weights;
  private final int[] itemStarts;
  private final int[] users;
  private final int[] places;
  private final boolean signed;

  /** Is told who rated an item. */
  @FunctionalInterface
  interface Visit {
    void rater(int user, float weight);
  }

  /**
   * User {@code u} has rated {@code rated[starts[u]]} to before {@code rated[starts[u + 1]]}, each
   * item once.
   *
   * @param items how many there are
   * @param values what users are compared by
   * @param weights what a user's opinion of the item adds to its score, times the likeness
   */
  public Raters(int items, long[] starts, int[] rated, float[] values, float[] weights) {
    this.starts = starts;
    this.rated = rated;
    this.values = values;
    this.weights = weights;
    this.itemStarts = new int[items + 1];
    this.users = new int[rated.length];
    this.places = new int[rated.length];
    this.signed = signed(weights);
    turn(items);
  }

  private static boolean signed(float[] weights) {
    for (float weight : weights) {
      if (weight < 0) {
        return true;
      }
    }
    return false;
  }

  private void turn(int items) {
    for (int item : rated) {
      itemStarts[item + 1]++;
    }
    for (int item = 0; item < items; item++) {
      itemStarts[item + 1] += itemStarts[item];
    }
    int[] next = itemStarts.clone();
    for (int user = 0; user < users(); user++) {
      for (int p = from(user); p < to(user); p++) {
        int at = next[rated[p]]++;
        users[at] = user;
        places[at] = p;
      }
    }
  }

  static Raters read(ArtifactReader artifact, int items) throws IOException {
    long[] starts = artifact.tensor("starts", DType.I64, -1).longs();
    long size = starts[starts.length - 1];
    return new Raters(
        items,
        starts,
        artifact.tensor("rated", DType.I32, size).ints(),
        artifact.tensor("values", DType.F32, size).floats(),
        artifact.tensor("weights", DType.F32, size).floats());
  }

  ArtifactWriter write(ArtifactWriter artifact) {
    return artifact
        .tensor("starts", Tensor.of(starts))
        .tensor("rated", Tensor.of(rated))
        .tensor("values", Tensor.of(values))
        .tensor("weights", Tensor.of(weights));
  }

  int users() {
    return starts.length - 1;
  }

  int from(int user) {
    return (int) starts[user];
  }

  int to(int user) {
    return (int) starts[user + 1];
  }

  int item(int place) {
    return rated[place];
  }

  float value(int place) {
    return values[place];
  }

  float weight(int place) {
    return weights[place];
  }

  int firstRater(int item) {
    return itemStarts[item];
  }

  int endOfRaters(int item) {
    return itemStarts[item + 1];
  }

  int rater(int at) {
    return users[at];
  }

  /** Where the rater's own row has the item. */
  int place(int at) {
    return places[at];
  }

  void of(int item, Visit visit) {
    for (int at = itemStarts[item]; at < itemStarts[item + 1]; at++) {
      visit.rater(users[at], weights[places[at]]);
    }
  }

  /** Whether any weight is below 0. */
  boolean signed() {
    return signed;
  }

  /**
   * The finest of 2⁻²⁰ of the largest weight that keeps the frequencies of a document below 2³¹ in
   * sum.
   */
  double step() {
    double largest = 0;
    double longest = 0;
    for (int item = 0; item + 1 < itemStarts.length; item++) {
      double sum = 0;
      for (int at = itemStarts[item]; at < itemStarts[item + 1]; at++) {
        double size = Math.abs(weights[places[at]]);
        sum += size;
        largest = Math.max(largest, size);
      }
      longest = Math.max(longest, sum);
    }
    double step = Math.max(largest / FINEST, longest / LONGEST);
    return step == 0 ? 1 : step;
  }
}
