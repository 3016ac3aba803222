package dev.kindred.tools.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** A made-up genre: its words, from which titles, tags and descriptions are put together. */
record Genre(String title, List<String> tags, List<String> things, List<String> qualities) {
  private static final List<Genre> ALL =
      List.of(
          genre(
              "Gothic",
              "vampires ghosts castles melancholy",
              "abbey crypt moor candle portrait raven",
              "pale haunted silent crumbling"),
          genre(
              "Mystery",
              "detectives murder london puzzles",
              "letter inspector alibi train library poison",
              "missing locked second false"),
          genre(
              "Adventure",
              "islands pirates treasure travel",
              "ship map harbour compass jungle captain",
              "lost golden southern daring"),
          genre(
              "Science fiction",
              "space robots future time-travel",
              "planet engine signal colony comet machine",
              "distant electric last infinite"),
          genre(
              "Fantasy",
              "dragons magic quests kingdoms",
              "sword crown wizard forest tower oath",
              "silver ancient hidden burning"),
          genre(
              "Romance",
              "love society letters country-life",
              "garden summer promise dance heiress cottage",
              "secret tender proud second"),
          genre(
              "History",
              "war empire revolution biography",
              "general city treaty siege parliament queen",
              "great fallen forgotten glorious"),
          genre(
              "Philosophy",
              "ethics reason politics essays",
              "mind virtue republic nature liberty doubt",
              "pure natural practical free"),
          genre(
              "Nature",
              "birds gardens mountains sea",
              "river meadow tide oak heron winter",
              "wild green quiet northern"),
          genre(
              "Cooking",
              "bread spices preserves feasts",
              "kitchen loaf orchard table harvest oven",
              "warm plain sweet Sunday"));

  private static Genre genre(String title, String tags, String things, String qualities) {
    return new Genre(title, words(tags), words(things), words(qualities));
  }

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }

  /** A genre, the first ones more often. */
  static Genre of(RandomGenerator random) {
    int atMost = 1 + random.nextInt(ALL.size());
    return ALL.get(random.nextInt(atMost));
  }

  String name(RandomGenerator random) {
    String quality = Words.capital(Words.one(qualities, random));
    String thing = Words.capital(Words.one(things, random));
    return switch (random.nextInt(3)) {
      case 0 -> "The " + quality + " " + thing;
      case 1 -> thing + " of the " + quality + " " + Words.capital(Words.one(things, random));
      default -> "The " + thing + " and the " + Words.capital(Words.one(things, random));
    };
  }

  List<String> tags(RandomGenerator random) {
    List<String> some = new ArrayList<>(tags);
    some.remove(random.nextInt(some.size()));
    if (random.nextInt(4) == 0) {
      some.set(0, Words.one(of(random).tags, random));
    }
    return some.stream().distinct().toList();
  }

  String sentence(RandomGenerator random) {
    return String.format(
        Locale.ROOT,
        "A %s %s, a %s and a %s: %s for whoever likes %s.",
        Words.one(qualities, random),
        Words.one(things, random),
        Words.one(things, random),
        Words.one(things, random),
        Words.one(List.of("a tale", "a book", "a study", "pages"), random),
        Words.one(tags, random));
  }
}
