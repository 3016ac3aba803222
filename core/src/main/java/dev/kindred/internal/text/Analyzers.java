package dev.kindred.internal.text;

import dev.kindred.internal.registry.Registry;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.core.SimpleAnalyzer;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;

/**
 * The analyzers that catalogues and artifacts name. One shared instance a name, never closed, made
 * when first asked for. Thread-safe.
 */
public final class Analyzers {
  private static final Registry<Supplier<Analyzer>> MAKERS =
      new Registry<>(
          "analyzer",
          Map.ofEntries(
              Map.<String, Supplier<Analyzer>>entry("standard", StandardAnalyzer::new),
              Map.entry("simple", SimpleAnalyzer::new),
              Map.entry("whitespace", WhitespaceAnalyzer::new),
              Map.entry("keyword", KeywordAnalyzer::new),
              Map.entry("cjk", CJKAnalyzer::new),
              Map.entry("danish", DanishAnalyzer::new),
              Map.entry("dutch", DutchAnalyzer::new),
              Map.entry("english", EnglishAnalyzer::new),
              Map.entry("finnish", FinnishAnalyzer::new),
              Map.entry("french", FrenchAnalyzer::new),
              Map.entry("german", GermanAnalyzer::new),
              Map.entry("italian", ItalianAnalyzer::new),
              Map.entry("norwegian", NorwegianAnalyzer::new),
              Map.entry("portuguese", PortugueseAnalyzer::new),
              Map.entry("russian", RussianAnalyzer::new),
              Map.entry("spanish", SpanishAnalyzer::new),
              Map.entry("swedish", SwedishAnalyzer::new)));

  private static final Map<String, Analyzer> MADE = new ConcurrentHashMap<>();

  private Analyzers() {}

  /**
   * @throws IllegalArgumentException naming the known analyzers
   */
  public static Analyzer get(String name) {
    Supplier<Analyzer> maker = MAKERS.get(name);
    return MADE.computeIfAbsent(name, unused -> maker.get());
  }

  public static Set<String> names() {
    return MAKERS.names();
  }
}
