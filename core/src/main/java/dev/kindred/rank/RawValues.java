package dev.kindred.rank;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;

/**
 * What the signals say of many documents before anything is normalised: for fitting and logging.
 */
public final class RawValues {
  private RawValues() {}

  /**
   * One row a signal, in the blend's order, one value a document; NaN where a signal has none.
   *
   * @param docs in ascending order
   */
  public static double[][] of(Blend blend, IndexSearcher searcher, int[] docs) throws IOException {
    Blend rewritten = blend.rewrite(searcher);
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    double[][] rows = new double[blend.names().size()][docs.length];
    LeafReaderContext leaf = null;
    BlendValues values = null;
    for (int i = 0; i < docs.length; i++) {
      if (leaf == null || docs[i] >= leaf.docBase + leaf.reader().maxDoc()) {
        leaf = leaves.get(ReaderUtil.subIndex(docs[i], leaves));
        values = rewritten.row(leaf);
      }
      values.advanceExact(docs[i] - leaf.docBase);
      for (int signal = 0; signal < rows.length; signal++) {
        rows[signal][i] = values.raw(signal);
      }
    }
    return rows;
  }
}
