package dev.kindred.rank;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;

/** Looks behind the score of single documents: raw values and what caused them. For one thread. */
public final class Insight {
  private final Blend blend;
  private final List<String> names;
  private final List<LeafReaderContext> leaves;

  public Insight(Blend blend, IndexSearcher searcher) throws IOException {
    this.blend = blend.rewrite(searcher);
    this.names = blend.names();
    this.leaves = searcher.getIndexReader().leaves();
  }

  private LeafReaderContext leaf(int doc) {
    return leaves.get(ReaderUtil.subIndex(doc, leaves));
  }

  /** The raw value of every signal that has one, by name. */
  public Map<String, Double> signals(int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    BlendValues values = blend.row(leaf);
    values.advanceExact(doc - leaf.docBase);
    Map<String, Double> signals = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (!Double.isNaN(values.raw(i))) {
        signals.put(names.get(i), values.raw(i));
      }
    }
    return signals;
  }

  /** What was responsible for the named signal's value, in the units of the raw value. */
  public Map<String, Double> causes(String signal, int doc) throws IOException {
    LeafReaderContext leaf = leaf(doc);
    return blend.source(names.indexOf(signal)).causes(leaf, doc - leaf.docBase);
  }
}
