package dev.kindred.index;

import dev.kindred.internal.live.LiveNumbers;
import java.util.Objects;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.NumericUtils;

/**
 * A range of a number as it is now: by the points where it was never set since the build, which is
 * all there is to it in an index where nothing was set; by the doc values of those that were.
 */
final class LiveNumberQuery extends Query {
  private final String field;
  private final double least;
  private final double most;

  /** Both bounds included; infinite for none. */
  LiveNumberQuery(String field, double least, double most) {
    this.field = field;
    this.least = least;
    this.most = most;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) {
    Query built = DoublePoint.newRangeQuery(field, least, most);
    String live = LiveNumbers.field(field);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      if (leaf.reader().getFieldInfos().fieldInfo(live) != null) {
        return either(built, live);
      }
    }
    return built;
  }

  private Query either(Query built, String live) {
    Query unset =
        new BooleanQuery.Builder()
            .add(built, Occur.MUST)
            .add(new FieldExistsQuery(live), Occur.MUST_NOT)
            .build();
    Query set =
        NumericDocValuesField.newSlowRangeQuery(
            live,
            NumericUtils.doubleToSortableLong(least),
            NumericUtils.doubleToSortableLong(most));
    return new BooleanQuery.Builder().add(unset, Occur.SHOULD).add(set, Occur.SHOULD).build();
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(field)) {
      visitor.visitLeaf(this);
    }
  }

  @Override
  public String toString(String any) {
    return field + ":[" + least + " TO " + most + "]";
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other)
        && ((LiveNumberQuery) other).field.equals(field)
        && ((LiveNumberQuery) other).least == least
        && ((LiveNumberQuery) other).most == most;
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), field, least, most);
  }
}
