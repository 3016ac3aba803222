package dev.kindred.examples.bookshop.web;

import dev.kindred.data.Item;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Titles, authors and subjects with a word that starts as what was typed. Immutable. */
final class Suggestions {
  private static final int MOST = 8;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /**
   * @param text to show
   * @param kind title, author or subject
   * @param id the item's for a title, else null
   */
  record Suggestion(String text, String kind, String id) {}

  private record Entry(String folded, String domain, Suggestion suggestion) {}

  private final List<Entry> entries;

  Suggestions(Collection<Item> items) {
    Map<String, Entry> byKey = new LinkedHashMap<>();
    items.forEach(item -> add(byKey, item, new Suggestion(item.text("title"), "title", item.id())));
    items.forEach(i -> add(byKey, i, new Suggestion(i.text("author"), "author", null)));
    for (Item item : items) {
      item.values("subjects").forEach(s -> add(byKey, item, new Suggestion(s, "subject", null)));
    }
    entries = List.copyOf(byKey.values());
  }

  private static void add(Map<String, Entry> byKey, Item item, Suggestion suggestion) {
    String domain = item.text("domain");
    byKey.putIfAbsent(
        domain + "|" + suggestion.kind + "|" + suggestion.text + "|" + suggestion.id,
        new Entry(" " + folded(suggestion.text), domain, suggestion));
  }

  /** Small letters without accents, words apart by one space. */
  private static String folded(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return BETWEEN_WORDS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  /**
   * Those that begin as typed before those with a later word that does.
   *
   * @param domain null for any
   */
  List<Suggestion> of(String typed, String domain) {
    String start = " " + folded(typed);
    List<Suggestion> first = new ArrayList<>();
    List<Suggestion> later = new ArrayList<>();
    for (Entry entry : entries) {
      if (start.length() > 1 && (domain == null || domain.equals(entry.domain))) {
        int at = entry.folded.indexOf(start);
        if (at >= 0) {
          (at == 0 ? first : later).add(entry.suggestion);
        }
      }
    }
    first.addAll(later);
    return first.stream().limit(MOST).toList();
  }
}
