package dev.kindred.tools.tune;

import dev.kindred.Profile;
import dev.kindred.Resolver;
import dev.kindred.data.EventWeights;
import dev.kindred.data.UserState;
import dev.kindred.index.LuceneCatalogue;
import dev.kindred.index.Schema;
import dev.kindred.model.Model;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.io.IOException;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;

/**
 * An open index with its models: resolves requests exactly as a recommender does, without asking a
 * user store. Thread-safe.
 */
public final class Serving {
  private final IndexSearcher searcher;
  private final LuceneCatalogue catalogue;
  private final Resolver resolver;

  /**
   * @param searcher stays the caller's to close
   * @param models by the name that profiles use
   */
  public Serving(
      IndexSearcher searcher, Schema schema, Map<String, Model> models, EventWeights weights) {
    this.searcher = searcher;
    this.catalogue = new LuceneCatalogue(searcher.getIndexReader());
    this.resolver = new Resolver(schema, models, weights);
  }

  /** What is searched. */
  public IndexSearcher searcher() {
    return searcher;
  }

  /** Resolves a request whose whole history is in its session. */
  public ResolvedRequest resolve(Request request, Profile profile) throws IOException {
    return resolver.resolve(request, UserState.UNKNOWN, profile, catalogue);
  }
}
