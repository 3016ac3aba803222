package dev.kindred.arrange;

import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Maximal marginal relevance (Carbonell and Goldstein 1998): picks, one after the other, the item
 * with the largest {@code (1 − s)·score − s·(largest similarity to an item already picked)}, where
 * scores are relative to the best one and similarity is the Jaccard index of the items' values in
 * the given fields.
 *
 * @param fields keyword fields that say what an item is about
 * @param strength s in 0..1 when the request names none; 0 leaves the ranking alone
 * @param pool how many of the best items to choose from, at least 2; 100 when absent
 */
record Diversity(List<String> fields, double strength, int pool) implements Arranger {
  public Diversity {
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

  /** The greedy choice; each round compares only with the item picked last. */
  private final class Selection {
    private final List<Scored> ranked;
    private final List<Set<String>> values;
    private final double[] nearest;
    private final boolean[] picked;
    private final double strength;

    Selection(List<Scored> ranked, double strength) {
      this.ranked = ranked;
      this.values = ranked.stream().map(item -> ItemFields.marked(item, fields)).toList();
      this.nearest = new double[ranked.size()];
      this.picked = new boolean[ranked.size()];
      this.strength = strength;
    }

    List<Scored> all() {
      List<Scored> arranged = new ArrayList<>(ranked.size());
      while (arranged.size() < ranked.size()) {
        int next = best();
        picked[next] = true;
        arranged.add(ranked.get(next));
        for (int i = 0; i < picked.length; i++) {
          nearest[i] = Math.max(nearest[i], ItemFields.jaccard(values.get(i), values.get(next)));
        }
      }
      return arranged;
    }

    private int best() {
      double top = ranked.getFirst().score();
      int best = -1;
      double bestGain = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < picked.length; i++) {
        double gain = (1 - strength) * ranked.get(i).score() / top - strength * nearest[i];
        if (!picked[i] && gain > bestGain) {
          best = i;
          bestGain = gain;
        }
      }
      return best;
    }
  }
}
