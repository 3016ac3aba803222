package dev.kindred.retrieve;

import dev.kindred.internal.registry.Polymorphic;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * Every kind of retriever, by the name profiles use. A new one is one file and one line here; from
 * outside, one file and a line in {@code META-INF/services}, see {@link Retriever.Kind}.
 */
public final class Retrievers {
  /** Reads and writes retrievers as JSON. */
  public static final Polymorphic<Retriever> JSON =
      new Polymorphic<Retriever>(
              "retriever",
              Map.of(
                  "text", TextRetriever.class,
                  "model", ModelRetriever.class,
                  "popular", PopularRetriever.class,
                  "items", ItemsRetriever.class,
                  "all", AllRetriever.class))
          .with(
              ServiceLoader.load(Retriever.Kind.class, Retrievers.class.getClassLoader()),
              Retriever.Kind::name,
              Retriever.Kind::type);

  private Retrievers() {}
}
