package dev.kindred.model.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.Event;
import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.data.UserState;
import dev.kindred.model.Encoding;
import dev.kindred.model.FieldScores;
import dev.kindred.model.Model;
import dev.kindred.model.ModelContract;
import dev.kindred.model.Tastes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ContentModelTest extends ModelContract {
  private static final List<Item> BOOKS =
      List.of(
          book("dracula", "vampires haunt a gothic castle", "horror"),
          book("carmilla", "a vampire haunts the castle of a lonely girl", "horror"),
          book("emma", "a clever girl makes matches", "romance"),
          book("blank", "", null));

  private static Item book(String id, String text, String genre) {
    return new Item(id, genre == null ? Map.of() : Map.of("description", text, "genre", genre));
  }

  private static ContentModel model(List<Item> items, int terms) {
    return model(items, terms, null);
  }

  private static ContentModel model(List<Item> items, int terms, Duration halfLife) {
    List<String> keywords = List.of("genre");
    ContentModel.Settings settings =
        new ContentModel.Settings(
            "english", List.of("description"), keywords, items.size(), 20, terms, halfLife);
    Map<String, Integer> documents = new TreeMap<>();
    for (Item item : items) {
      settings.bag(item).counts().keySet().forEach(t -> documents.merge(t, 1, Integer::sum));
    }
    return new ContentModel(
        Tastes.manifest("content", "content", ContentModel.fields("content")),
        settings,
        IdMap.of(documents.keySet()),
        documents.values().stream().mapToInt(Integer::intValue).toArray());
  }

  @Override
  protected Model model() {
    return model(BOOKS, 100);
  }

  @Override
  protected List<Item> items() {
    return BOOKS;
  }

  private Encoding.Sparse like(Model model, String... ids) throws Exception {
    return (Encoding.Sparse)
        model.encode(Tastes.liking(ids), Tastes.among(BOOKS.toArray(Item[]::new)));
  }

  @Test
  void countsTermsAndTheLengthOfTheVector() {
    FieldScores scores = FieldScores.of(model(), BOOKS.get(0));
    assertThat(scores.terms("model.content"))
        .isEqualTo(Map.of("vampir", 1, "haunt", 1, "gothic", 1, "castl", 1, "genre=horror", 1));
    double shared = 1 + Math.log(5.0 / 3);
    double alone = 1 + Math.log(5.0 / 2);
    assertThat(scores.number("model.content.norm"))
        .isCloseTo(Math.sqrt(4 * shared * shared + alone * alone), within(1e-12));
    assertThat(FieldScores.of(model(), BOOKS.get(3)).isEmpty()).isTrue();
  }

  @Test
  void anItemIsLikeItself() throws Exception {
    for (Item book : BOOKS.subList(0, 3)) {
      Encoding encoding = like(model(), book.id());
      assertThat(FieldScores.of(model(), book).score(encoding)).isCloseTo(1, within(1e-6));
    }
  }

  /** Where all events are as old, their age says nothing; the squares of the weights are 0. */
  @Test
  void aHistoryOfLongAgoIsStillOfLengthOne() throws Exception {
    ContentModel ageing = model(BOOKS, 100, Duration.ofHours(1));
    UserState user =
        Tastes.user(
            Tastes.event("dracula", 1, Duration.ofHours(700)),
            Tastes.event("emma", 1, Duration.ofHours(700)));
    Encoding old = ageing.encode(user, Tastes.among(BOOKS.toArray(Item[]::new)));
    assertThat(((Encoding.Sparse) old).weights())
        .isEqualTo(like(model(), "dracula", "emma").weights());
  }

  @Test
  void scoresAreTheCosinesOfTheTfIdfVectors() throws Exception {
    SplittableRandom random = new SplittableRandom(5);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      StringBuilder text = new StringBuilder();
      for (int w = 0; w < 30; w++) {
        int word = (int) Math.floor(40 * Math.pow(random.nextDouble(), 2));
        text.append(" w").append(word);
      }
      items.add(book("i" + i, text.toString(), "g" + random.nextInt(3)));
    }
    ContentModel model = model(items, 1000);
    Encoding seed = model.encode(Tastes.liking("i0"), Tastes.among(items.toArray(Item[]::new)));
    for (Item item : items) {
      assertThat(FieldScores.of(model, item).score(seed))
          .isCloseTo(cosine(items, items.get(0), item), within(1e-6));
    }
  }

  /** By the definition, with maps and no shared code but the splitting at spaces. */
  private static double cosine(List<Item> items, Item a, Item b) {
    Map<String, Double> x = vector(items, a);
    Map<String, Double> y = vector(items, b);
    double dot = x.keySet().stream().mapToDouble(t -> x.get(t) * y.getOrDefault(t, 0.0)).sum();
    return dot / Math.sqrt(square(x) * square(y));
  }

  private static double square(Map<String, Double> vector) {
    return vector.values().stream().mapToDouble(v -> v * v).sum();
  }

  private static Map<String, Double> vector(List<Item> items, Item item) {
    Map<String, Double> counts = new HashMap<>();
    words(item).forEach(word -> counts.merge(word, 1.0, Double::sum));
    counts.replaceAll(
        (word, tf) -> {
          long df = items.stream().filter(other -> words(other).contains(word)).count();
          return tf * (1 + Math.log((items.size() + 1.0) / (df + 1.0)));
        });
    return counts;
  }

  private static List<String> words(Item item) {
    List<String> words = new ArrayList<>(List.of(item.text("description").strip().split(" ")));
    words.add("genre:" + item.text("genre"));
    return words;
  }

  @Test
  void dislikesPushAway() throws Exception {
    Event like = Tastes.event("dracula", 1, Duration.ZERO);
    Event dislike = Tastes.event("carmilla", -1, Duration.ZERO);
    Encoding encoding =
        model().encode(Tastes.user(like, dislike), Tastes.among(BOOKS.toArray(Item[]::new)));
    assertThat(FieldScores.of(model(), BOOKS.get(0)).score(encoding)).isPositive();
    assertThat(FieldScores.of(model(), BOOKS.get(1)).score(encoding)).isNegative();
  }

  @Test
  void findsItemsLikeAPastedText() throws Exception {
    Encoding encoding =
        model().encode(Tastes.liking(), Tastes.typing("clever matches", BOOKS.get(0)));
    assertThat(FieldScores.of(model(), BOOKS.get(2)).score(encoding)).isPositive();
    assertThat(FieldScores.of(model(), BOOKS.get(0)).score(encoding)).isNaN();
  }

  @Test
  void knowsItemsThatCameLater() throws Exception {
    Item late = book("late", "a vampire on a bicycle", "horror");
    assertThat(FieldScores.of(model(), late).score(like(model(), "dracula"))).isPositive();
  }

  @Test
  void showsWordsInsteadOfStems() throws Exception {
    assertThat(like(model(), "dracula").causes())
        .containsEntry("vampir", "vampires")
        .containsEntry("genre=horror", "horror");
  }

  @Test
  void commonWordsCountButExplainNothing() throws Exception {
    List<Item> many = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      many.add(book("b" + i, "he wrote a novel of whale" + i, "sea"));
    }
    Encoding.Sparse sea =
        (Encoding.Sparse)
            model(many, 100).encode(Tastes.liking("b7"), Tastes.among(many.toArray(Item[]::new)));
    assertThat(sea.weights()).containsKeys("he", "novel", "whale7");
    assertThat(sea.causes())
        .as("a pronoun, a word of every item, a rare word, a keyword of every item")
        .containsEntry("he", Encoding.NO_CAUSE)
        .containsEntry("novel", Encoding.NO_CAUSE)
        .containsEntry("whale7", "whale7")
        .containsEntry("genre=sea", "sea");
  }

  @Test
  void keepsTheHeaviestTerms() throws Exception {
    Encoding.Sparse all = like(model(), "dracula", "emma");
    Encoding.Sparse cut = like(model(BOOKS, 3), "dracula", "emma");
    assertThat(cut.weights())
        .hasSize(3)
        .allSatisfy((t, w) -> assertThat(all.weights()).containsEntry(t, w));
    float lightest = cut.weights().values().stream().min(Float::compare).orElseThrow();
    assertThat(all.weights().values().stream().filter(w -> w > lightest)).hasSizeLessThan(3);
  }

  @Test
  void saysWhenNoItemHasWords() throws Exception {
    assertThat(model().encode(Tastes.liking("blank"), Tastes.among(BOOKS.toArray(Item[]::new))))
        .isEqualTo(
            new Encoding.None("none of the 1 items in the history has words in the catalogue"));
  }
}
