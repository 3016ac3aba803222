package dev.kindred.rank;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;

/** Looks behind the scores of a few documents: raw values and what caused them. */
public final class Insight {

  /**
   * One signal's part in a document's score.
   *
   * @param name the signal
   * @param raw its raw value
   * @param share of what speaks for the document: the signal's contribution to the score over the
   *     sum of all positive ones; negative when it speaks against, 0 when nothing speaks for it
   * @param causes shares of the raw value by cause; empty for a part that was not worth asking
   */
  public record Finding(String name, double raw, double share, Map<String, Double> causes) {}

  /** Which parts of a score are looked into: causes cost more than the values they explain. */
  @FunctionalInterface
  public interface Worth {
    /**
     * Whether the causes are wanted.
     *
     * @param share of what speaks for the document, as in {@link Finding}
     */
    boolean asking(double share);
  }

  private final Blend blend;
  private final List<String> names;
  private final List<LeafReaderContext> leaves;

  public Insight(Blend blend, IndexSearcher searcher) throws IOException {
    this.blend = blend.rewrite(searcher);
    this.names = blend.names();
    this.leaves = searcher.getIndexReader().leaves();
  }

  /** By document, a finding for every signal that has a value, in the profile's order. */
  public Map<Integer, List<Finding>> of(Collection<Integer> docs, Worth worth) throws IOException {
    Map<LeafReaderContext, List<Integer>> byLeaf = new TreeMap<>((a, b) -> a.ord - b.ord);
    for (int doc : new TreeSet<>(docs)) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
      byLeaf.computeIfAbsent(leaf, l -> new ArrayList<>()).add(doc);
    }
    Map<Integer, List<Finding>> findings = new HashMap<>();
    for (Map.Entry<LeafReaderContext, List<Integer>> segment : byLeaf.entrySet()) {
      look(segment.getKey(), segment.getValue(), worth, findings);
    }
    return findings;
  }

  /**
   * The raw values of many documents: one row a signal, in the profile's order, one value a
   * document; NaN where a signal has none.
   *
   * @param docs in ascending order
   */
  public double[][] raw(int[] docs) throws IOException {
    double[][] rows = new double[names.size()][docs.length];
    LeafReaderContext leaf = null;
    BlendValues values = null;
    for (int i = 0; i < docs.length; i++) {
      if (leaf == null || docs[i] >= leaf.docBase + leaf.reader().maxDoc()) {
        leaf = leaves.get(ReaderUtil.subIndex(docs[i], leaves));
        values = blend.row(leaf, docs.length);
      }
      values.advanceExact(docs[i] - leaf.docBase);
      for (int signal = 0; signal < rows.length; signal++) {
        rows[signal][i] = values.raw(signal);
      }
    }
    return rows;
  }

  private void look(
      LeafReaderContext leaf, List<Integer> docs, Worth worth, Map<Integer, List<Finding>> into)
      throws IOException {
    BlendValues values = blend.row(leaf, docs.size());
    Causes[] opened = new Causes[names.size()];
    for (int doc : docs) {
      values.advanceExact(doc - leaf.docBase);
      double[] shares = shares(values.contributions());
      List<Finding> row = new ArrayList<>();
      for (int i = 0; i < opened.length; i++) {
        if (!Double.isNaN(values.raw(i))) {
          Map<String, Double> causes = Map.of();
          if (worth.asking(shares[i])) {
            opened[i] = opened[i] == null ? blend.source(i).causes(leaf) : opened[i];
            causes = opened[i].of(doc - leaf.docBase);
          }
          row.add(new Finding(names.get(i), values.raw(i), shares[i], causes));
        }
      }
      into.put(doc, row);
    }
  }

  private static double[] shares(double[] contributions) {
    double total = 0;
    for (double contribution : contributions) {
      total += Math.max(0, contribution);
    }
    double[] shares = new double[contributions.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = total > 0 ? contributions[i] / total : 0;
    }
    return shares;
  }
}
