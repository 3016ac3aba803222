package dev.kindred.tools.simulate;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Picks and makes words. */
final class Words {
  private static final List<String> FIRST =
      List.of(
          "Ada", "Bram", "Clara", "Daniel", "Edith", "Felix", "Grace", "Henry", "Iris", "Jonas",
          "Kate", "Leo", "Mary", "Noah", "Olive", "Paul", "Rosa", "Samuel", "Thea", "Victor");
  private static final List<String> STEMS =
      List.of(
          "Ash", "Black", "Cor", "Dun", "Elm", "Fair", "Green", "Hart", "Kirk", "Lang", "Mor",
          "North", "Oak", "Pem", "Ros", "Stan", "Thorn", "Under", "Whit", "York");
  private static final List<String> ENDS =
      List.of(
          "berry", "bridge", "by", "croft", "don", "field", "ford", "ham", "land", "ley", "man",
          "more", "son", "stone", "ton", "well", "wick", "win", "wood", "worth");

  private Words() {}

  static String one(List<String> words, RandomGenerator random) {
    return words.get(random.nextInt(words.size()));
  }

  static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  static String person(RandomGenerator random) {
    return one(FIRST, random) + " " + one(STEMS, random) + one(ENDS, random);
  }
}
