package dev.kindred.model.factor;

import dev.kindred.internal.math.Kernels;
import dev.kindred.model.Encoding;
import dev.kindred.model.Liking;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Learns a user's factors u with the items' y and biases held still: for each liked item i and an
 * unobserved item j, {@code u += η·(w·σ(−x)·(yᵢ − yⱼ) − λ·u)} with {@code x = u·(yᵢ − yⱼ) + bᵢ −
 * bⱼ} and w the strength of the liking. As u starts at 0 it is the sum of what the steps of each
 * liked item added and regularisation left: the parts. Draws depend on the settings' seed and the
 * history alone. Immutable and thread-safe.
 */
final class BprFoldIn {
  private static final int DRAWS = 64;

  private final BprModel.Settings settings;
  private final ItemVectors vectors;
  private final int[] learned;

  BprFoldIn(BprModel.Settings settings, ItemVectors vectors) {
    this.settings = settings;
    this.vectors = vectors;
    this.learned = IntStream.range(0, vectors.items().size()).filter(vectors::learned).toArray();
  }

  Encoding encode(String field, List<Liking> likings) {
    List<Liking> liked = likings.stream().filter(liking -> liking.weight() > 0).toList();
    if (liked.isEmpty()) {
      return new Encoding.None("the history holds dislikes only, which ask for nothing");
    }
    Steps steps = new Steps(liked);
    double first = settings.learning_rate();
    for (int pass = 0; pass < settings.passes(); pass++) {
      steps.pass(first * (1 - (double) pass / settings.passes()));
    }
    return steps.encoding(field, liked);
  }

  /** Uniform over the items that may be asked for; liked ones are drawn again. */
  private int draw(SplittableRandom random, int[] sorted) {
    int item = learned[random.nextInt(learned.length)];
    for (int n = 0; n < DRAWS && Arrays.binarySearch(sorted, item) >= 0; n++) {
      item = learned[random.nextInt(learned.length)];
    }
    return item;
  }

  /** One user. */
  private final class Steps {
    private final Kernels kernels = Kernels.get();
    private final int k = settings.factors();
    private final SplittableRandom random = new SplittableRandom(settings.seed());
    private final int[] items;
    private final int[] sorted;
    private final float[] strengths;
    private final float[] user = new float[k];
    private final float[][] parts;
    private final float[] difference = new float[k];

    Steps(List<Liking> liked) {
      items = vectors.ordinals(liked);
      sorted = items.clone();
      Arrays.sort(sorted);
      strengths = new float[items.length];
      for (int i = 0; i < items.length; i++) {
        strengths[i] = (float) liked.get(i).weight();
      }
      parts = new float[items.length][k];
    }

    /** Oldest first, so that the latest is fresh. */
    void pass(double rate) {
      for (int i = items.length - 1; i >= 0; i--) {
        step(i, hardest(), rate);
      }
      float left = (float) Math.pow(1 - rate * settings.regularization(), items.length);
      for (float[] part : parts) {
        kernels.scale(left, part, 0, k);
      }
      sum();
    }

    private int hardest() {
      int best = draw(random, sorted);
      for (int n = 1; n < settings.negatives(); n++) {
        int other = draw(random, sorted);
        best = score(other) > score(best) ? other : best;
      }
      return best;
    }

    private float score(int item) {
      int at = item * (k + 1);
      return kernels.dot(user, 0, vectors.rows(), at, k) + vectors.rows()[at + k];
    }

    private void step(int i, int negative, double rate) {
      float[] rows = vectors.rows();
      float margin = score(items[i]) - score(negative);
      float gain = (float) (rate * strengths[i] / (1 + Math.exp(margin)));
      Arrays.fill(difference, 0);
      kernels.axpy(gain, rows, items[i] * (k + 1), difference, 0, k);
      kernels.axpy(-gain, rows, negative * (k + 1), difference, 0, k);
      kernels.axpy(1, difference, 0, user, 0, k);
      kernels.axpy(1, difference, 0, parts[i], 0, k);
    }

    private void sum() {
      Arrays.fill(user, 0);
      for (float[] part : parts) {
        kernels.axpy(1, part, 0, user, 0, k);
      }
    }

    Encoding encoding(String field, List<Liking> liked) {
      Map<String, float[]> byItem = new HashMap<>();
      for (int i = 0; i < parts.length; i++) {
        byItem.put(liked.get(i).itemId(), Arrays.copyOf(parts[i], k + 1));
      }
      float[] vector = Arrays.copyOf(user, k + 1);
      vector[k] = 1;
      return new Encoding.Dense(field, vector, byItem);
    }
  }
}
