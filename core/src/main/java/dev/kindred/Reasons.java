package dev.kindred;

import dev.kindred.model.Encoding;
import dev.kindred.rank.Insight.Finding;
import dev.kindred.rank.Part;
import dev.kindred.request.Recommendations.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words the findings about one item: which signals carried it, and what caused them. Immutable and
 * thread-safe.
 */
public final class Reasons {
  private static final int MOST_CAUSES = 3;
  private static final double LEAST_SHARE = 0.05;

  private final Map<String, Double> weights = new HashMap<>();

  /**
   * @param parts the signals of the profile that scored the item
   */
  public Reasons(List<Part> parts) {
    parts.forEach(part -> weights.put(part.name(), part.weight()));
  }

  /** Whether the signal's normalised value carries enough of the score to be a reason. */
  public boolean carries(String signal, double value, float score) {
    return share(signal, value, score) >= LEAST_SHARE;
  }

  private double share(String signal, double value, float score) {
    return score > 0 ? weights.get(signal) * value / score : 0;
  }

  /** The signals that carry at least a twentieth of the score, largest share first. */
  public List<Reason> of(List<Finding> findings, float score) {
    List<Reason> reasons = new ArrayList<>();
    for (Finding finding : findings) {
      double share = share(finding.name(), finding.value(), score);
      if (share >= LEAST_SHARE) {
        reasons.add(new Reason(finding.name(), because(finding.causes()), Math.min(1, share)));
      }
    }
    reasons.sort(Comparator.comparingDouble(Reason::share).reversed());
    return reasons;
  }

  private static List<String> because(Map<String, Double> causes) {
    return causes.entrySet().stream()
        .filter(cause -> cause.getValue() > 0 && !cause.getKey().equals(Encoding.NO_CAUSE))
        .sorted(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_CAUSES)
        .map(Map.Entry::getKey)
        .toList();
  }
}
