package dev.kindred.arrange;

import dev.kindred.model.Encoding;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import dev.kindred.request.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Calibrated recommendations (Steck, RecSys 2018): a user who turned to 70 % romance and 30 %
 * action gets about that, not romance alone. Picks, one after the other, the item that makes {@code
 * (1 − s)·Σ score − s·KL(p, q)} largest (equation 8), where scores are relative to the best one, p
 * is how the user's recent strength spreads over the field's values and q how the list's items do,
 * each item spreading evenly over its own; a hundredth of p is mixed into q, so that the divergence
 * is finite (equation 7). A user of whom nothing is known keeps the ranking.
 *
 * @param model a preference model of the field, which says what the user turns to
 * @param field a keyword field
 * @param strength s, in 0..1; 0 leaves the ranking alone
 * @param pool how many of the best items to choose from, at least 2; 100 when absent
 */
record Calibrated(String model, String field, double strength, int pool) implements Arranger {
  private static final double MIXED = 0.01;

  public Calibrated {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(field, "field");
    Rearranging.requireShare(strength);
    pool = Rearranging.pool(pool);
  }

  @Override
  public int pool(Request request) {
    return strength > 0 ? pool : 0;
  }

  @Override
  public Map<String, View> models() {
    return Map.of(model, View.USER);
  }

  @Override
  public List<Scored> arrange(List<Scored> ranked, ResolvedRequest request) {
    Map<String, Double> wanted = wanted(request.encoding(model, View.USER));
    if (ranked.size() < 2 || ranked.getFirst().score() <= 0 || wanted.isEmpty()) {
      return ranked;
    }
    return new Selection(ranked, wanted).all();
  }

  /** What the user turns to, as shares that add up to 1. */
  private static Map<String, Double> wanted(Encoding encoding) {
    Map<String, Double> shares = new HashMap<>();
    if (encoding instanceof Encoding.Sparse turned) {
      double sum = turned.weights().values().stream().mapToDouble(w -> Math.max(0, w)).sum();
      turned
          .weights()
          .forEach(
              (value, weight) -> {
                if (weight > 0) {
                  shares.put(value, weight / sum);
                }
              });
    }
    return shares;
  }

  /** The greedy choice. */
  private final class Selection {
    private final List<Scored> waiting;
    private final double top;
    private final Map<String, Double> wanted;
    private final Map<String, Double> shown = new HashMap<>();
    private int count;

    Selection(List<Scored> ranked, Map<String, Double> wanted) {
      this.waiting = new ArrayList<>(ranked);
      this.top = ranked.getFirst().score();
      this.wanted = wanted;
    }

    List<Scored> all() {
      List<Scored> arranged = new ArrayList<>(waiting.size());
      while (!waiting.isEmpty()) {
        Scored next = waiting.remove(best());
        List<String> values = ItemFields.values(next, field);
        values.forEach(value -> shown.merge(value, 1.0 / values.size(), Double::sum));
        count++;
        arranged.add(next);
      }
      return arranged;
    }

    private int best() {
      int best = 0;
      double bestGain = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < waiting.size(); i++) {
        double gain =
            (1 - strength) * waiting.get(i).score() / top - strength * divergence(waiting.get(i));
        if (gain > bestGain) {
          best = i;
          bestGain = gain;
        }
      }
      return best;
    }

    /** Of what would be shown with the item from what is wanted. */
    private double divergence(Scored more) {
      List<String> values = ItemFields.values(more, field);
      double divergence = 0;
      for (Map.Entry<String, Double> want : wanted.entrySet()) {
        double share = shown.getOrDefault(want.getKey(), 0.0);
        for (String value : values) {
          share += value.equals(want.getKey()) ? 1.0 / values.size() : 0;
        }
        double mixed = (1 - MIXED) * share / (count + 1) + MIXED * want.getValue();
        divergence += want.getValue() * Math.log(want.getValue() / mixed);
      }
      return divergence;
    }
  }
}
