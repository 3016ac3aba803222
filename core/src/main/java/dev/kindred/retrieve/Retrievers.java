package dev.kindred.retrieve;

import dev.kindred.internal.registry.Polymorphic;
import java.util.Map;

/** Every kind of retriever, by the name profiles use. A new one is one file and one line here. */
public final class Retrievers {
  /** Reads and writes retrievers as JSON. */
  public static final Polymorphic<Retriever> JSON =
      new Polymorphic<>(
          "retriever",
          Map.of(
              "text", TextRetriever.class,
              "model", ModelRetriever.class,
              "popular", PopularRetriever.class,
              "items", ItemsRetriever.class,
              "all", AllRetriever.class));

  private Retrievers() {}
}
