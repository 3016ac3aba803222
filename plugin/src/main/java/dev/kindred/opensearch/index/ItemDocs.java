package dev.kindred.opensearch.index;

import org.opensearch.search.fetch.subphase.FetchSourceContext;

/** How items are kept as documents of the engine. */
public final class ItemDocs {
  /** The catalogue's own fields, without what models wrote and nobody wants to read. */
  public static final FetchSourceContext FIELDS =
      new FetchSourceContext(true, new String[0], new String[] {"model", "model.*"});

  private ItemDocs() {}
}
