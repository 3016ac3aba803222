package dev.kindred.retrieve;

import dev.kindred.model.Encoding;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;

/** Turns weighted terms into a disjunction that can skip what cannot compete. */
final class SparseQueries {
  /** Lucene refuses more than 1,024 clauses; the lightest terms beyond this change little. */
  private static final int MOST_TERMS = 512;

  private SparseQueries() {}

  /** Only positive weights can propose; negative ones count in the blend. */
  static Proposal propose(Encoding.Sparse sparse) {
    List<Map.Entry<String, Float>> heaviest =
        sparse.weights().entrySet().stream()
            .filter(term -> term.getValue() > 0)
            .sorted(
                Map.Entry.<String, Float>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST_TERMS)
            .toList();
    if (heaviest.isEmpty()) {
      return Proposal.none("no term of " + sparse.field() + " speaks for anything");
    }
    boolean byLength = !sparse.norm().isEmpty();
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Map.Entry<String, Float> term : heaviest) {
      Term at = new Term(sparse.field(), term.getKey());
      any.add(new FrequencyQuery(at, term.getValue(), byLength), Occur.SHOULD);
    }
    return Proposal.byScore(any.build());
  }
}
