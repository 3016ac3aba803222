package dev.kindred.examples.bookshop;

import dev.kindred.data.Item;
import java.util.List;
import java.util.Set;

/**
 * What a simulated reader looks for.
 *
 * @param name makes the id of the reader who has this taste alone
 * @param subjects the more of them an item has, the likelier it is taken
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

  /** Books and films that everybody has heard of. */
  static final Set<String> FAMOUS =
      Set.of(
          "2001-a-space-odyssey-1968",
          "a-brief-history-of-time",
          "alices-adventures-in-wonderland",
          "all-quiet-on-the-western-front",
          "anna-karenina",
          "blade-runner-1982",
          "brave-new-world",
          "carmilla",
          "casablanca-1942",
          "citizen-kane-1941",
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
          "lawrence-of-arabia-1962",
          "love-in-the-time-of-cholera",
          "meditations",
          "metropolis-1927",
          "moby-dick",
          "modern-times-1936",
          "murder-on-the-orient-express",
          "neuromancer",
          "nineteen-eighty-four",
          "nosferatu-1922",
          "one-hundred-years-of-solitude",
          "peter-pan",
          "pride-and-prejudice",
          "psycho-1960",
          "raiders-of-the-lost-ark-1981",
          "sense-and-sensibility",
          "seven-samurai-1954",
          "snow-country",
          "spirited-away-2001",
          "star-wars-1977",
          "the-brothers-karamazov",
          "the-diary-of-a-young-girl",
          "the-fellowship-of-the-ring",
          "the-godfather-1972",
          "the-hitchhikers-guide-to-the-galaxy",
          "the-hobbit",
          "the-hound-of-the-baskervilles",
          "the-iliad",
          "the-lord-of-the-rings-the-fellowship-of-the-ring-2001",
          "the-matrix-1999",
          "the-odyssey",
          "the-prince",
          "the-republic",
          "the-selfish-gene",
          "the-time-machine",
          "the-war-of-the-worlds",
          "the-wealth-of-nations",
          "the-wizard-of-oz-1939",
          "treasure-island",
          "walden",
          "war-and-peace",
          "winnie-the-pooh",
          "wuthering-heights");

  private static Taste of(String name, String... subjects) {
    return new Taste(name, Set.of(subjects));
  }

  /** How strongly the item meets the taste; 0 when not at all. */
  double of(Item item) {
    return Math.pow((double) shared(item), 3);
  }

  /** How many of the taste's subjects the item has. */
  long shared(Item item) {
    return item.values("subjects").stream().filter(subjects::contains).count();
  }
}
