package dev.kindred.retrieve;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermScorer;
import org.apache.lucene.search.Weight;

/**
 * Documents with a term, scored by weight × term frequency, whatever similarity the searcher has;
 * on request divided by the square root of the document's length, a first guess at its L2 norm.
 * Blocks that cannot compete are skipped.
 */
final class FrequencyQuery extends Query {
  private final Term term;
  private final float weight;
  private final boolean byLength;

  FrequencyQuery(Term term, float weight, boolean byLength) {
    this.term = Objects.requireNonNull(term);
    this.weight = weight;
    this.byLength = byLength;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    return weight > 0 ? super.rewrite(searcher) : new MatchNoDocsQuery("no weight");
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new FrequencyWeight(new FrequencyScore(weight * boost, byLength), mode);
  }

  private final class FrequencyWeight extends Weight {
    private final FrequencyScore score;
    private final ScoreMode mode;

    FrequencyWeight(FrequencyScore score, ScoreMode mode) {
      super(FrequencyQuery.this);
      this.score = score;
      this.mode = mode;
    }

    @Override
    public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
      TermsEnum at = find(leaf);
      if (at == null) {
        return null;
      }
      NumericDocValues norms = byLength ? leaf.reader().getNormValues(term.field()) : null;
      return new FrequencySupplier(at, score, norms, mode);
    }

    private TermsEnum find(LeafReaderContext leaf) throws IOException {
      Terms terms = leaf.reader().terms(term.field());
      TermsEnum cursor = terms == null ? null : terms.iterator();
      return cursor != null && cursor.seekExact(term.bytes()) ? cursor : null;
    }

    @Override
    public boolean isCacheable(LeafReaderContext leaf) {
      return true;
    }

    @Override
    public Explanation explain(LeafReaderContext leaf, int doc) throws IOException {
      Scorer scorer = scorer(leaf);
      if (scorer == null || scorer.iterator().advance(doc) != doc) {
        return Explanation.noMatch("no " + term);
      }
      return Explanation.match(
          scorer.score(),
          term + ", computed as weight × frequency from:",
          Explanation.match(weight, "weight"),
          Explanation.match(((TermScorer) scorer).freq(), "frequency"));
    }
  }

  /** Opens the postings with impacts only where scores are asked for. */
  private static final class FrequencySupplier extends ScorerSupplier {
    private final TermsEnum at;
    private final FrequencyScore score;
    private final NumericDocValues norms;
    private final ScoreMode mode;
    private boolean topLevel;

    FrequencySupplier(TermsEnum at, FrequencyScore score, NumericDocValues norms, ScoreMode mode) {
      this.at = at;
      this.score = score;
      this.norms = norms;
      this.mode = mode;
    }

    @Override
    public Scorer get(long leadCost) throws IOException {
      return mode == ScoreMode.TOP_SCORES
          ? new TermScorer(at.impacts(PostingsEnum.FREQS), score, norms, topLevel)
          : new TermScorer(at.postings(null, PostingsEnum.FREQS), score, norms);
    }

    @Override
    public long cost() {
      try {
        return at.docFreq();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Override
    public void setTopLevelScoringClause() {
      topLevel = true;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(term.field())) {
      visitor.consumeTerms(this, term);
    }
  }

  @Override
  public String toString(String field) {
    return term + "×" + weight;
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other)
        && ((FrequencyQuery) other).term.equals(term)
        && ((FrequencyQuery) other).weight == weight
        && ((FrequencyQuery) other).byLength == byLength;
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), term, weight, byLength);
  }
}
