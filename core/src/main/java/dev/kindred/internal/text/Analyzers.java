package dev.kindred.internal.text;

import dev.kindred.internal.registry.Registry;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;

/** The analyzers a schema may name. Each is made once and shared; analyzers are thread-safe. */
public final class Analyzers {
  private static final Registry<Analyzer> ALL =
      new Registry<>(
          "analyzer", Map.of("english", new EnglishAnalyzer(), "standard", new StandardAnalyzer()));

  private Analyzers() {}

  /**
   * The shared analyzer of that name.
   *
   * @throws IllegalArgumentException naming the known analyzers
   */
  public static Analyzer get(String name) {
    return ALL.get(name);
  }
}
