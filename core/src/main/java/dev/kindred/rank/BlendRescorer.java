package dev.kindred.rank;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Rescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;

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

    Ranked(int doc) {
      super(doc, 0);
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
    Blend rewritten = blend.rewrite(searcher);
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    Ranked[] hits = new Ranked[docs.length];
    int start = 0;
    while (start < docs.length) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(docs[start], leaves));
      int end = leaf.docBase + leaf.reader().maxDoc();
      int stop = start;
      while (stop < docs.length && docs[stop] < end) {
        hits[stop] = new Ranked(docs[stop]);
        stop++;
      }
      scoreLeaf(rewritten, leaf, hits, start, stop);
      start = stop;
    }
    Arrays.sort(hits, BEST_FIRST);
    return topN < hits.length ? Arrays.copyOf(hits, topN, ScoreDoc[].class) : hits;
  }

  private static void scoreLeaf(
      Blend blend, LeafReaderContext leaf, Ranked[] hits, int start, int stop) throws IOException {
    BlendValues values = blend.row(leaf);
    NumericDocValues ties = DocValues.getNumeric(leaf.reader(), TIE_FIELD);
    for (int i = start; i < stop; i++) {
      int doc = hits[i].doc - leaf.docBase;
      values.advanceExact(doc);
      hits[i].score = (float) values.doubleValue();
      hits[i].tie = ties.advanceExact(doc) ? ties.longValue() : 0;
    }
  }

  @Override
  public Explanation explain(IndexSearcher searcher, Explanation firstPass, int doc)
      throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    Explanation blended = blend.rewrite(searcher).explain(leaf, doc - leaf.docBase, firstPass);
    return Explanation.match(
        blended.getValue().floatValue(), blended.getDescription(), blended.getDetails());
  }
}
