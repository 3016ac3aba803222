package dev.kindred.rank;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DoubleValues;

/** Measures the bytes a thread allocates: ten thousand documents more must not cost more. */
final class Allocations {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Class loading and the compiler may still allocate; a value a document would be far more. */
  private static final long SLACK = 4096;

  private static final int LEAST_ROUNDS = 10;
  private static final int MOST_ROUNDS = 2000;

  private Allocations() {}

  interface Opens {
    DoubleValues open(LeafReaderContext leaf) throws IOException;
  }

  /**
   * Measures until the compiler is done with the loop.
   *
   * @param terms whose postings the values walk: Lucene's block decoding allocates, and what a bare
   *     walk costs is not ours
   */
  static void requireNonePerDocument(Opens opens, LeafReaderContext leaf, Collection<Term> terms)
      throws IOException {
    int all = leaf.reader().maxDoc();
    Opens bare = walked -> new Walk(walked, terms);
    long excess = Long.MAX_VALUE;
    long few = Long.MAX_VALUE;
    long many = Long.MAX_VALUE;
    long floor = Long.MAX_VALUE;
    for (int i = 0; i < LEAST_ROUNDS || (i < MOST_ROUNDS && excess > SLACK); i++) {
      few = Math.min(few, bytes(opens, leaf, all - 10_000));
      many = Math.min(many, bytes(opens, leaf, all));
      floor = Math.min(floor, bytes(bare, leaf, all) - bytes(bare, leaf, all - 10_000));
      excess = many - few - Math.max(0, floor);
    }
    assertThat(excess).as("bytes for 10,000 documents more").isLessThanOrEqualTo(SLACK);
  }

  /** Walks postings and nothing else. */
  private static final class Walk extends DoubleValues {
    private final List<PostingsEnum> postings = new ArrayList<>();

    Walk(LeafReaderContext leaf, Collection<Term> terms) throws IOException {
      for (Term term : terms) {
        PostingsEnum found = leaf.reader().postings(term, PostingsEnum.FREQS);
        if (found != null) {
          postings.add(found);
        }
      }
    }

    @Override
    public boolean advanceExact(int doc) throws IOException {
      for (int i = 0; i < postings.size(); i++) {
        PostingsEnum term = postings.get(i);
        if (term.docID() < doc && term.advance(doc) == doc) {
          term.freq();
        }
      }
      return false;
    }

    @Override
    public double doubleValue() {
      return 0;
    }
  }

  private static long bytes(Opens opens, LeafReaderContext leaf, int docs) throws IOException {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    read(opens, leaf, docs);
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  private static double read(Opens opens, LeafReaderContext leaf, int docs) throws IOException {
    DoubleValues values = opens.open(leaf);
    double sum = 0;
    for (int doc = 0; doc < docs; doc++) {
      sum += values.advanceExact(doc) ? values.doubleValue() : 0;
    }
    return sum;
  }
}
