package dev.kindred.internal.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/**
 * Words that are searched like any other but explain nothing: "because of <i>he</i>". English only,
 * by Snowball's list; the analyzers of other languages drop such words themselves.
 */
public final class CommonWords {
  private static final CharArraySet ENGLISH = read("english_stop.txt");

  private CommonWords() {}

  /** Whether the word, in lower case, tells a reader nothing in the language of the analyzer. */
  public static boolean contains(String analyzer, String word) {
    return analyzer.equals("english") && ENGLISH.contains(word);
  }

  private static CharArraySet read(String list) {
    try (InputStream stream = SnowballFilter.class.getResourceAsStream(list)) {
      return WordlistLoader.getSnowballWordSet(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("a list inside a library cannot fail to be read", e);
    }
  }
}
