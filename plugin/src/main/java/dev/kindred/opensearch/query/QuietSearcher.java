package dev.kindred.opensearch.query;

import java.io.IOException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;

/**
 * Searches for candidates while the engine's own searcher rewrites: the engine's profiler cannot
 * time a search inside a rewrite. Statistics are the engine's, gathered from all shards where it
 * was asked to.
 */
final class QuietSearcher extends IndexSearcher {
  private final IndexSearcher engine;

  QuietSearcher(IndexSearcher engine) {
    super(engine.getIndexReader());
    this.engine = engine;
    setSimilarity(engine.getSimilarity());
    setQueryCache(engine.getQueryCache());
    setQueryCachingPolicy(engine.getQueryCachingPolicy());
  }

  @Override
  public TermStatistics termStatistics(Term term, int documents, long occurrences)
      throws IOException {
    return engine.termStatistics(term, documents, occurrences);
  }

  @Override
  public CollectionStatistics collectionStatistics(String field) throws IOException {
    return engine.collectionStatistics(field);
  }
}
