package dev.kindred.internal.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * How often each term occurs, and the word a reader would recognise it by: the first one it was
 * made from, so that {@code mysteri} is shown as {@code mysteries}. Not thread-safe.
 */
public final class TermBag {
  private static final int LONGEST_VALUE = 256;

  private final SortedMap<String, Integer> counts = new TreeMap<>();
  private final Map<String, String> words = new HashMap<>();

  /** Adds the terms an analyzer makes of the text. */
  public TermBag addText(String analyzer, String text) {
    try (TokenStream tokens = Analyzers.get(analyzer).tokenStream("", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        String word = text.substring(offset.startOffset(), offset.endOffset());
        add(term.toString(), word.toLowerCase(Locale.ROOT));
      }
      tokens.end();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be read", e);
    }
  }

  /** Adds {@code field=value} as one term; values are cut after 256 characters. */
  public TermBag addValue(String field, String value) {
    String cut = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE);
    add(field + "=" + cut, value);
    return this;
  }

  private void add(String term, String word) {
    counts.merge(term, 1, Integer::sum);
    words.putIfAbsent(term, word);
  }

  /** Counts by term, in the order of the terms; a view. */
  public SortedMap<String, Integer> counts() {
    return Collections.unmodifiableSortedMap(counts);
  }

  /** The word of a term in the bag. */
  public String word(String term) {
    return words.get(term);
  }
}
