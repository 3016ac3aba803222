package dev.kindred.opensearch.rescore;

import dev.kindred.Plan;
import dev.kindred.rank.BlendRescorer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.opensearch.index.query.ParsedQuery;
import org.opensearch.search.rescore.RescoreContext;
import org.opensearch.search.rescore.Rescorer;

/** Core's rescorer in the engine's hands. */
final class BlendRescore extends RescoreContext {
  private static final Rescorer RESCORER = new Blending();

  private final BlendRescorer blend;
  private final Query scored;

  BlendRescore(int window, Plan plan) {
    super(window, RESCORER);
    this.blend = plan.asRescorer();
    this.scored = new FunctionScoreQuery(MatchAllDocsQuery.INSTANCE, plan.blend());
  }

  /** What gathers the statistics of words from all shards, where the engine is asked to. */
  @Override
  public List<ParsedQuery> getParsedQueries() {
    return List.of(new ParsedQuery(scored));
  }

  private static final class Blending implements Rescorer {
    @Override
    public TopDocs rescore(TopDocs hits, IndexSearcher searcher, RescoreContext context)
        throws IOException {
      BlendRescore rescore = (BlendRescore) context;
      int window = Math.min(rescore.getWindowSize(), hits.scoreDocs.length);
      TopDocs best = new TopDocs(hits.totalHits, Arrays.copyOf(hits.scoreDocs, window));
      ScoreDoc[] rescored = hits.scoreDocs.clone();
      ScoreDoc[] first = rescore.blend.rescore(searcher, best, window).scoreDocs;
      for (int i = 0; i < first.length; i++) {
        // Nothing that is more than a ScoreDoc may travel between nodes.
        rescored[i] = new ScoreDoc(first[i].doc, first[i].score);
      }
      return new TopDocs(hits.totalHits, rescored);
    }

    @Override
    public Explanation explain(
        int doc, IndexSearcher searcher, RescoreContext context, Explanation before)
        throws IOException {
      return ((BlendRescore) context).blend.explain(searcher, before, doc);
    }
  }
}
