package dev.kindred.opensearch.rescore;

import dev.kindred.rank.BlendRescorer;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.opensearch.search.rescore.RescoreContext;
import org.opensearch.search.rescore.Rescorer;

/** Core's rescorer in the engine's hands. */
final class BlendRescore extends RescoreContext {
  private static final Rescorer RESCORER = new Blending();

  private final BlendRescorer blend;

  BlendRescore(int window, BlendRescorer blend) {
    super(window, RESCORER);
    this.blend = blend;
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
      System.arraycopy(first, 0, rescored, 0, first.length);
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
