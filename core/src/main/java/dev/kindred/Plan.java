package dev.kindred;

import dev.kindred.rank.Blend;
import dev.kindred.rank.BlendRescorer;
import dev.kindred.rank.Part;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TotalHits;

/**
 * One request, ready to run on one index or shard: who may appear, and how each is scored.
 * Immutable and thread-safe.
 *
 * @param candidates the union of what retrievers propose, each read to the window's depth
 * @param blend the score
 * @param window how deep retrievers are read
 * @param parts the profile's signals with the weights they have in this request
 */
public record Plan(CandidatesQuery candidates, Blend blend, int window, List<Part> parts) {
  public Plan {
    parts = List.copyOf(parts);
  }

  /** The candidates with the blend as their score, for use wherever Lucene takes a query. */
  public Query asQuery() {
    return new FunctionScoreQuery(candidates, blend);
  }

  /** Gives the hits of any other query the blend's score. */
  public BlendRescorer asRescorer() {
    return new BlendRescorer(blend);
  }

  /** Every candidate, best first. */
  public ScoreDoc[] run(IndexSearcher searcher) throws IOException {
    int[] docs = candidates.collect(searcher);
    return asRescorer().score(searcher, docs, docs.length);
  }

  /** The best of the candidates, at most {@code topN}, with how many there are. */
  TopDocs run(IndexSearcher searcher, int topN) throws IOException {
    int[] docs = candidates.collect(searcher);
    return new TopDocs(
        new TotalHits(docs.length, TotalHits.Relation.EQUAL_TO),
        asRescorer().score(searcher, docs, topN));
  }
}
