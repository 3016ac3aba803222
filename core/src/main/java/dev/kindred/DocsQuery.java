package dev.kindred;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** A set of documents of one reader, all of score 1. */
final class DocsQuery extends Query {
  private final int[] docs;
  private final Object reader;

  /**
   * @param docs ascending
   */
  DocsQuery(int[] docs, IndexReader reader) {
    this.docs = docs;
    this.reader = reader.getContext().id();
  }

  static int[] ascending(FixedBitSet bits) {
    int[] docs = new int[bits.cardinality()];
    int n = 0;
    for (int doc = bits.nextSetBit(0);
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = doc + 1 < bits.length() ? bits.nextSetBit(doc + 1) : DocIdSetIterator.NO_MORE_DOCS) {
      docs[n++] = doc;
    }
    return docs;
  }

  /** Sets the bit of every match; threads of a searcher take turns. */
  static CollectorManager<?, Void> collectAll(FixedBitSet found) {
    return new CollectorManager<SimpleCollector, Void>() {
      @Override
      public SimpleCollector newCollector() {
        return new BitCollector(found);
      }

      @Override
      public Void reduce(Collection<SimpleCollector> collectors) {
        return null;
      }
    };
  }

  private static final class BitCollector extends SimpleCollector {
    private final FixedBitSet found;
    private int base;

    BitCollector(FixedBitSet found) {
      this.found = found;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) {
      base = leaf.docBase;
    }

    @Override
    public void collect(int doc) {
      synchronized (found) {
        found.set(base + doc);
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    if (!searcher.getIndexReader().getContext().id().equals(reader)) {
      throw new IllegalStateException("candidates belong to another reader; rewrite the query");
    }
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        DocIdSetIterator inLeaf = iterator(leaf);
        return inLeaf.cost() == 0
            ? null
            : new DefaultScorerSupplier(new ConstantScoreScorer(score(), mode, inLeaf));
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return true;
      }
    };
  }

  private DocIdSetIterator iterator(LeafReaderContext leaf) {
    FixedBitSet bits = new FixedBitSet(Math.max(1, leaf.reader().maxDoc()));
    int from = insertion(leaf.docBase);
    int to = insertion(leaf.docBase + leaf.reader().maxDoc());
    for (int i = from; i < to; i++) {
      bits.set(docs[i] - leaf.docBase);
    }
    return new BitSetIterator(bits, to - from);
  }

  private int insertion(int doc) {
    int at = Arrays.binarySearch(docs, doc);
    return at < 0 ? -at - 1 : at;
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return docs.length + " candidates";
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other)
        && ((DocsQuery) other).reader.equals(reader)
        && Arrays.equals(((DocsQuery) other).docs, docs);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * classHash() + reader.hashCode()) + Arrays.hashCode(docs);
  }
}
