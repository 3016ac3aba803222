package dev.kindred;

import dev.kindred.model.Encoding;
import dev.kindred.rank.Insight.Finding;
import dev.kindred.request.Recommendations.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Words the findings about one item: which signals carried it, and what caused them. */
public final class Reasons {
  private static final int MOST_CAUSES = 3;
  private static final double LEAST_SHARE = 0.05;

  private Reasons() {}

  /** Whether a signal with this share of what speaks for the item is a reason. */
  public static boolean carries(double share) {
    return share >= LEAST_SHARE;
  }

  /**
   * The signals that carry at least a twentieth of what speaks for the item, largest share first.
   */
  public static List<Reason> of(List<Finding> findings) {
    List<Reason> reasons = new ArrayList<>();
    for (Finding finding : findings) {
      if (carries(finding.share())) {
        reasons.add(new Reason(finding.name(), because(finding.causes()), finding.share()));
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
