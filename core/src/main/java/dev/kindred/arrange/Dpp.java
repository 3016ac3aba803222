package dev.kindred.arrange;

import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A determinantal point process: lists are the likelier, the larger the volume that their items
 * span, so that an item is judged against all picked before it together, not against the nearest
 * alone. Greedy MAP inference by incremental Cholesky factors (Chen, Zhang and Zhou, NeurIPS 2018,
 * algorithm 1): picks the item with the largest {@code θ·score + (1 − θ)·log d²}, where θ is 1 −
 * strength, scores are relative to the best one and d² is what is left of the item's own direction.
 * Similarity is the cosine of the items' values in the given fields, times {@value #ALIKE}: two of
 * equal values are still two items.
 *
 * @param fields keyword fields that say what an item is about
 * @param strength in 0..1 when the request names none; 0 leaves the ranking alone
 * @param pool how many of the best items to choose from, at least 2; 100 when absent
 */
record Dpp(List<String> fields, double strength, int pool) implements Arranger {
  private static final double ALIKE = 0.95;

  public Dpp {
    fields = List.copyOf(fields);
    Rearranging.requireShare(strength);
    pool = Rearranging.pool(pool);
  }

  @Override
  public int pool(Request request) {
    return strength(request) > 0 ? pool : 0;
  }

  private double strength(Request request) {
    return request.diversity() > 0 ? request.diversity() : strength;
  }

  @Override
  public List<Scored> arrange(List<Scored> ranked, ResolvedRequest request) {
    if (ranked.size() < 2 || ranked.getFirst().score() <= 0) {
      return ranked;
    }
    return new Selection(ranked, strength(request.request())).all();
  }

  /** The greedy choice; each round extends every waiting item's factor by one number. */
  private final class Selection {
    private final List<Scored> ranked;
    private final List<Set<String>> values;
    private final double[][] factors;
    private final double[] left;
    private final boolean[] picked;
    private final double strength;

    Selection(List<Scored> ranked, double strength) {
      int n = ranked.size();
      this.ranked = ranked;
      this.values = ranked.stream().map(item -> ItemFields.marked(item, fields)).toList();
      this.factors = new double[n][n];
      this.left = new double[n];
      Arrays.fill(left, 1);
      this.picked = new boolean[n];
      this.strength = strength;
    }

    List<Scored> all() {
      List<Scored> arranged = new ArrayList<>(ranked.size());
      for (int round = 0; round < picked.length; round++) {
        int next = best();
        picked[next] = true;
        arranged.add(ranked.get(next));
        extend(next, round);
      }
      return arranged;
    }

    private void extend(int next, int round) {
      double length = Math.sqrt(left[next]);
      for (int i = 0; i < picked.length; i++) {
        if (!picked[i]) {
          double common = ALIKE * ItemFields.cosine(values.get(next), values.get(i));
          for (int k = 0; k < round; k++) {
            common -= factors[next][k] * factors[i][k];
          }
          factors[i][round] = common / length;
          left[i] = Math.max(left[i] - factors[i][round] * factors[i][round], Double.MIN_NORMAL);
        }
      }
    }

    private int best() {
      double top = ranked.getFirst().score();
      int best = -1;
      double bestGain = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < picked.length; i++) {
        double gain = (1 - strength) * ranked.get(i).score() / top + strength * Math.log(left[i]);
        if (!picked[i] && (best < 0 || gain > bestGain)) {
          best = i;
          bestGain = gain;
        }
      }
      return best;
    }
  }
}
