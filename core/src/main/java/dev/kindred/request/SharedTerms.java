package dev.kindred.request;

import dev.kindred.internal.sparse.WeightedTerms;
import dev.kindred.model.Encoding;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The sparse encodings of one request as weighted terms, each made once, so that a retriever and a
 * signal of the same encoding read its postings once between them. Says nothing of the request: all
 * are equal. Thread-safe.
 */
final class SharedTerms {
  private final Map<Encoding.Sparse, WeightedTerms> made =
      Collections.synchronizedMap(new IdentityHashMap<>());

  WeightedTerms of(Encoding.Sparse sparse) {
    return made.computeIfAbsent(
        sparse, one -> new WeightedTerms(one.field(), one.weights(), one.norm()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SharedTerms;
  }

  @Override
  public int hashCode() {
    return 1;
  }
}
