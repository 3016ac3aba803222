package dev.kindred;

import dev.kindred.index.LuceneCatalogue;
import java.util.concurrent.ExecutorService;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;

/** Keeps the items that requests look up for as long as its reader is served. */
final class ItemSearcher extends IndexSearcher {
  private final LuceneCatalogue catalogue;

  /**
   * @param executor searches segments side by side; null for the caller's thread
   */
  ItemSearcher(IndexReader reader, ExecutorService executor, LuceneCatalogue catalogue) {
    super(reader, executor);
    this.catalogue = catalogue;
  }

  LuceneCatalogue catalogue() {
    return catalogue;
  }
}
