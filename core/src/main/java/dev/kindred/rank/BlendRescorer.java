package dev.kindred.rank;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Rescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.LongHeap;
import org.apache.lucene.util.NumericUtils;

/**
 * Gives hits the blend's score and sorts them by it. Each signal is opened once a segment and read
 * in docID order; the caller's {@code ScoreDoc}s are left alone. Hits of equal score are ordered by
 * the tie field, so that the order does not depend on how the index is cut into segments; without
 * that field by docID. Immutable and thread-safe.
 */
public final class BlendRescorer extends Rescorer {
  /** A long doc value that orders items of equal score the same way everywhere. */
  public static final String TIE_FIELD = "_tie";

  private static final Comparator<Ranked> BEST_FIRST =
      (a, b) -> {
        int byScore = Float.compare(b.score, a.score);
        int byTie = byScore != 0 ? byScore : Long.compare(a.tie, b.tie);
        return byTie != 0 ? byTie : Integer.compare(a.doc, b.doc);
      };

  private final Blend blend;

  public BlendRescorer(Blend blend) {
    this.blend = blend;
  }

  private static final class Ranked extends ScoreDoc {
    private long tie;

    Ranked(int doc, float score) {
      super(doc, score);
    }
  }

  @Override
  public TopDocs rescore(IndexSearcher searcher, TopDocs firstPass, int topN) throws IOException {
    int[] docs = new int[firstPass.scoreDocs.length];
    for (int i = 0; i < docs.length; i++) {
      docs[i] = firstPass.scoreDocs[i].doc;
    }
    Arrays.sort(docs);
    return new TopDocs(firstPass.totalHits, score(searcher, docs, topN));
  }

  /** Scores the documents, given in ascending order, and returns the best {@code topN} of them. */
  public ScoreDoc[] score(IndexSearcher searcher, int[] docs, int topN) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    float[] scores = scores(blend.rewrite(searcher), leaves, docs);
    List<Ranked> hits = hits(docs, scores, topN);
    readTies(hits, leaves);
    hits.sort(BEST_FIRST);
    return hits.subList(0, Math.min(topN, hits.size())).toArray(ScoreDoc[]::new);
  }

  private static float[] scores(Blend blend, List<LeafReaderContext> leaves, int[] docs)
      throws IOException {
    float[] scores = new float[docs.length];
    int start = 0;
    while (start < docs.length) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(docs[start], leaves));
      int stop = firstFrom(docs, start, leaf.docBase + leaf.reader().maxDoc());
      BlendValues values = blend.row(leaf, stop - start);
      for (int i = start; i < stop; i++) {
        values.advanceExact(docs[i] - leaf.docBase);
        scores[i] = (float) values.doubleValue();
      }
      start = stop;
    }
    return scores;
  }

  /** Where documents of at least that number begin. */
  private static int firstFrom(int[] docs, int start, int doc) {
    int at = Arrays.binarySearch(docs, start, docs.length, doc);
    return at < 0 ? -at - 1 : at;
  }

  /** The documents that may be among the best, with all that score as much as the last of them. */
  private static List<Ranked> hits(int[] docs, float[] scores, int topN) {
    float least = least(scores, topN);
    List<Ranked> hits = new ArrayList<>();
    for (int i = 0; i < docs.length; i++) {
      if (scores[i] >= least) {
        hits.add(new Ranked(docs[i], scores[i]));
      }
    }
    return hits;
  }

  /** The score of rank {@code topN}. */
  private static float least(float[] scores, int topN) {
    if (topN <= 0 || topN >= scores.length) {
      return topN <= 0 ? Float.POSITIVE_INFINITY : 0;
    }
    LongHeap best = new LongHeap(topN);
    for (float score : scores) {
      best.insertWithOverflow(NumericUtils.floatToSortableInt(score));
    }
    return NumericUtils.sortableIntToFloat((int) best.top());
  }

  private static void readTies(List<Ranked> hits, List<LeafReaderContext> leaves)
      throws IOException {
    LeafReaderContext leaf = null;
    NumericDocValues ties = null;
    for (Ranked hit : hits) {
      if (leaf == null || hit.doc >= leaf.docBase + leaf.reader().maxDoc()) {
        leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
        ties = DocValues.getNumeric(leaf.reader(), TIE_FIELD);
      }
      hit.tie = ties.advanceExact(hit.doc - leaf.docBase) ? ties.longValue() : 0;
    }
  }

  @Override
  public Explanation explain(IndexSearcher searcher, Explanation firstPass, int doc)
      throws IOException {
    return explain(searcher, List.of(doc)).get(doc);
  }

  /** Explains several documents at once, opening every signal once a segment. */
  public Map<Integer, Explanation> explain(IndexSearcher searcher, Collection<Integer> docs)
      throws IOException {
    Blend rewritten = blend.rewrite(searcher);
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    Map<Integer, Explanation> explained = new HashMap<>();
    LeafReaderContext leaf = null;
    SignalSource.Explained signals = null;
    for (int doc : new TreeSet<>(docs)) {
      if (leaf == null || doc >= leaf.docBase + leaf.reader().maxDoc()) {
        leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        signals = rewritten.explained(leaf);
      }
      Explanation blended = signals.of(doc - leaf.docBase);
      explained.put(
          doc,
          Explanation.match(
              blended.getValue().floatValue(), blended.getDescription(), blended.getDetails()));
    }
    return explained;
  }
}
