package dev.kindred.retrieve;

import dev.kindred.model.Encoding;
import java.util.HashMap;
import java.util.Map;

/** Turns the weighted terms of an encoding into a query. */
final class SparseQueries {
  /** Lucene refuses more than 1,024 clauses; the lightest terms beyond this change little. */
  private static final int MOST_TERMS = 512;

  private SparseQueries() {}

  /** Only positive weights can propose; negative ones count in the blend. */
  static Proposal propose(Encoding.Sparse sparse) {
    Map<String, Float> heaviest = new HashMap<>();
    sparse.weights().entrySet().stream()
        .filter(term -> term.getValue() > 0)
        .sorted(
            Map.Entry.<String, Float>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_TERMS)
        .forEach(term -> heaviest.put(term.getKey(), term.getValue()));
    return heaviest.isEmpty()
        ? Proposal.none("no term of " + sparse.field() + " speaks for anything")
        : Proposal.byScore(new SparseQuery(sparse.field(), heaviest, !sparse.norm().isEmpty()));
  }
}
