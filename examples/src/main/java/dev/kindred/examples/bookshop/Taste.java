package dev.kindred.examples.bookshop;

import dev.kindred.data.Item;
import java.util.List;
import java.util.Set;

/**
 * What a simulated reader looks for.
 *
 * @param name makes the id of the reader who has this taste alone
 * @param subjects the more of them a book has, the likelier it is taken
 */
record Taste(String name, Set<String> subjects) {
  static final List<Taste> ALL =
      List.of(
          of("gothic", "gothic", "horror", "vampires", "ghosts"),
          of("monsters", "gothic", "horror", "classics"),
          of("detective", "detective", "mystery", "crime", "thriller"),
          of("space", "science fiction", "space", "first contact", "robots", "time travel"),
          of("dragons", "fantasy", "epic fantasy", "magic", "dragons", "mythology"),
          of("romance", "romance", "family", "coming of age"),
          of("russia", "russia", "classics", "society"),
          of("dystopia", "dystopia", "cyberpunk", "politics", "satire"),
          of("philosophy", "philosophy", "ethics", "religion"),
          of("science", "science", "physics", "biology", "mathematics", "evolution"),
          of("computing", "computing", "technology", "mathematics"),
          of("history", "history", "ancient history", "war", "biography"),
          of("sea", "sea", "adventure", "survival", "exploration", "mountains"),
          of("children", "children", "animals", "friendship", "fairy tales", "school"),
          of("poetry", "poetry", "drama", "tragedy", "epic"),
          of("latin-america", "latin america", "magical realism"),
          of("japan", "japan", "china", "india"),
          of("nature", "nature", "travel", "environment", "animals"),
          of("humour", "humour", "comedy", "satire"),
          of("economics", "economics", "politics", "psychology", "society"),
          of("memoir", "memoir", "essays", "art", "cookery", "music"));

  /** Books that everybody has heard of. */
  static final Set<String> FAMOUS =
      Set.of(
          "a-brief-history-of-time",
          "alices-adventures-in-wonderland",
          "all-quiet-on-the-western-front",
          "anna-karenina",
          "brave-new-world",
          "carmilla",
          "cosmos",
          "crime-and-punishment",
          "don-quixote",
          "dracula",
          "dune",
          "emma",
          "foundation",
          "frankenstein",
          "good-omens",
          "hamlet",
          "jane-eyre",
          "love-in-the-time-of-cholera",
          "meditations",
          "moby-dick",
          "murder-on-the-orient-express",
          "neuromancer",
          "nineteen-eighty-four",
          "one-hundred-years-of-solitude",
          "peter-pan",
          "pride-and-prejudice",
          "sense-and-sensibility",
          "snow-country",
          "the-brothers-karamazov",
          "the-diary-of-a-young-girl",
          "the-fellowship-of-the-ring",
          "the-hitchhikers-guide-to-the-galaxy",
          "the-hobbit",
          "the-hound-of-the-baskervilles",
          "the-iliad",
          "the-odyssey",
          "the-prince",
          "the-republic",
          "the-selfish-gene",
          "the-time-machine",
          "the-war-of-the-worlds",
          "the-wealth-of-nations",
          "treasure-island",
          "walden",
          "war-and-peace",
          "winnie-the-pooh",
          "wuthering-heights");

  private static Taste of(String name, String... subjects) {
    return new Taste(name, Set.of(subjects));
  }

  /** How strongly the book meets the taste; 0 when not at all. */
  double of(Item book) {
    long shared = book.values("subjects").stream().filter(subjects::contains).count();
    return Math.pow((double) shared, 3);
  }
}
