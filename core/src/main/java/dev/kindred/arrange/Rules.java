package dev.kindred.arrange;

import dev.kindred.request.Circumstances;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Boosts and buries: items are ordered by their score times the factors of all rules that fit item
 * and moment. The scores stay what they were, so that they still are what their explanations say.
 *
 * @param rules declared multipliers
 * @param pool how many of the best items to choose from; 200 when absent
 */
record Rules(List<Rule> rules, int pool) implements Arranger {
  public Rules {
    rules = rules == null ? List.of() : List.copyOf(rules);
    pool = pool == 0 ? 200 : pool;
    if (pool < 1) {
      throw new IllegalArgumentException("pool must be at least 1, was " + pool);
    }
  }

  /**
   * A multiplier.
   *
   * @param field the item's field
   * @param value the field must hold; null for any item that has the field
   * @param factor above 1 boosts, below 1 buries, 0 puts last
   * @param when features of the moment that must hold, such as {@code device=mobile} or {@code
   *     daypart=morning}; absent for always
   */
  record Rule(String field, String value, double factor, Map<String, String> when) {
    public Rule {
      Objects.requireNonNull(field, "field");
      when = when == null ? Map.of() : Map.copyOf(when);
      if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "factor must be finite and at least 0, was " + factor + " for field '" + field + "'");
      }
    }

    private boolean fits(Scored item) {
      List<String> values = ItemFields.values(item, field);
      return value == null ? !values.isEmpty() : values.contains(value);
    }
  }

  @Override
  public int pool(Request request) {
    return active(request).isEmpty() ? 0 : pool;
  }

  private List<Rule> active(Request request) {
    Circumstances moment = Circumstances.of(request);
    return rules.stream().filter(rule -> moment.meet(rule.when)).toList();
  }

  private record Weighed(Scored item, double score) {}

  @Override
  public List<Scored> arrange(List<Scored> ranked, ResolvedRequest request) {
    List<Rule> active = active(request.request());
    List<Weighed> weighed = new ArrayList<>(ranked.size());
    for (Scored item : ranked) {
      double score = item.score();
      for (Rule rule : active) {
        score *= rule.fits(item) ? rule.factor : 1;
      }
      weighed.add(new Weighed(item, score));
    }
    weighed.sort(Comparator.comparingDouble(Weighed::score).reversed());
    return weighed.stream().map(Weighed::item).toList();
  }
}
