package dev.kindred.opensearch.ask;

import dev.kindred.Profile;
import dev.kindred.request.Filter;
import org.opensearch.index.query.BoolQueryBuilder;
import org.opensearch.index.query.QueryBuilder;
import org.opensearch.index.query.RangeQueryBuilder;
import org.opensearch.index.query.TermQueryBuilder;

/** The conditions that a ranking itself puts on items, as the engine's queries. */
public final class Standing {
  private Standing() {}

  /** A query without clauses when there are none. */
  public static BoolQueryBuilder of(Profile profile) {
    BoolQueryBuilder all = new BoolQueryBuilder();
    for (Filter.Condition one : profile.filter()) {
      QueryBuilder condition =
          switch (one.operator()) {
            case EQUAL, NOT_EQUAL -> new TermQueryBuilder(one.field(), one.value());
            case AT_LEAST -> new RangeQueryBuilder(one.field()).gte(one.value());
            case AT_MOST -> new RangeQueryBuilder(one.field()).lte(one.value());
          };
      if (one.operator() == Filter.Operator.NOT_EQUAL) {
        all.mustNot(condition);
      } else {
        all.filter(condition);
      }
    }
    return all;
  }
}
