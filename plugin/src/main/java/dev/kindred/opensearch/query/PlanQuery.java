package dev.kindred.opensearch.query;

import dev.kindred.Plan;
import dev.kindred.Profile;
import java.io.IOException;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/**
 * A plan as a query that remembers it is one, so that a later phase can ask for signals and
 * reasons. Immutable.
 */
public final class PlanQuery extends Query {
  private final Profile profile;
  private final Plan plan;
  private final Query query;
  private final Query typed;

  /**
   * @param typed the words that were typed, for who marks them in texts; null for none
   */
  PlanQuery(Profile profile, Plan plan, Query typed) {
    this.typed = typed;
    this.profile = profile;
    this.plan = plan;
    this.query = plan.asQuery();
  }

  /** The profile that the plan was made by. */
  public Profile profile() {
    return profile;
  }

  public Plan plan() {
    return plan;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    return new QuietSearcher(searcher).rewrite(query);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
    if (typed != null) {
      typed.visit(visitor.getSubVisitor(Occur.SHOULD, this));
    }
  }

  @Override
  public String toString(String field) {
    return query.toString(field);
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other) && ((PlanQuery) other).query.equals(query);
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + query.hashCode();
  }
}
