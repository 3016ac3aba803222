package dev.kindred.rank;

import java.io.IOException;
import java.util.Map;

/** What was responsible for values in one segment. For one thread; documents in docID order. */
@FunctionalInterface
public interface Causes {
  /** Knows no causes. */
  Causes NONE = doc -> Map.of();

  /** The shares of the document's raw value by what caused each; empty when nothing is known. */
  Map<String, Double> of(int doc) throws IOException;
}
