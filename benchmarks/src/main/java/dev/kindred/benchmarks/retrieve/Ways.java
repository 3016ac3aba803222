package dev.kindred.benchmarks.retrieve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.data.UserState;
import dev.kindred.internal.sparse.Sums;
import dev.kindred.internal.sparse.WeightedTerms;
import dev.kindred.model.Encoding;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import dev.kindred.retrieve.Proposal;
import dev.kindred.retrieve.Retriever;
import dev.kindred.retrieve.Retrievers;
import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.LongHeap;
import org.apache.lucene.util.NumericUtils;

/**
 * The same best hits in different ways.
 *
 * @param depth how many
 */
record Ways(IndexSearcher searcher, int depth) {
  private static final Retriever RELATED = related();

  private static Retriever related() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject("model").put("model", "related");
    return Retrievers.JSON.read(json);
  }

  private static Encoding.Sparse sparse(Map<String, Float> history) {
    return new Encoding.Sparse(RelatedWorld.FIELD, history, "", Map.of());
  }

  /** The retriever of related items, whose disjunction skips what cannot compete. */
  float[] skipping(Map<String, Float> history) throws IOException {
    return retrieve(history, depth);
  }

  /** The same disjunction, every hit scored. */
  float[] exhaustive(Map<String, Float> history) throws IOException {
    return retrieve(history, Integer.MAX_VALUE);
  }

  /**
   * @param threshold hits that are counted, after which skipping may begin
   */
  private float[] retrieve(Map<String, Float> history, int threshold) throws IOException {
    ResolvedRequest request =
        new ResolvedRequest(
            Request.EMPTY, UserState.UNKNOWN, Map.of("related", sparse(history)), null, null);
    Proposal proposal = RELATED.propose(request, depth);
    var best = new TopFieldCollectorManager(proposal.sort(), depth, null, threshold);
    ScoreDoc[] hits = searcher.search(proposal.query(), best).scoreDocs;
    float[] scores = new float[hits.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = ((Number) ((FieldDoc) hits[i]).fields[0]).floatValue();
    }
    return scores;
  }

  /** Every posting added to an array of all documents, the best picked from it. */
  float[] addingUp(Map<String, Float> history) throws IOException {
    WeightedTerms terms = new WeightedTerms(RelatedWorld.FIELD, history, "");
    LongHeap best = new LongHeap(depth);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Sums sums = terms.all(leaf);
      for (double value : sums.values()) {
        if (value > 0) {
          best.insertWithOverflow(NumericUtils.floatToSortableInt((float) value));
        }
      }
    }
    float[] scores = new float[best.size()];
    for (int i = scores.length - 1; i >= 0; i--) {
      scores[i] = NumericUtils.sortableIntToFloat((int) best.pop());
    }
    return scores;
  }

  /** How many postings the history's terms have together. */
  long postings(Map<String, Float> history) throws IOException {
    long postings = 0;
    for (String term : history.keySet()) {
      postings += searcher.getIndexReader().docFreq(new Term(RelatedWorld.FIELD, term));
    }
    return postings;
  }

  /** Whether two answers are the same but for rounding. */
  static boolean agree(float[] one, float[] other) {
    boolean same = one.length == other.length && one.length > 0;
    for (int i = 0; same && i < one.length; i++) {
      same = Math.abs(one[i] - other[i]) <= 1e-4 * Math.abs(one[i]);
    }
    return same;
  }
}
