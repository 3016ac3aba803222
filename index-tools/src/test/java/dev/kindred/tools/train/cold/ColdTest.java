package dev.kindred.tools.train.cold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.Dataset;
import dev.kindred.data.Event;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Item;
import dev.kindred.data.Repeats;
import dev.kindred.model.Encoding;
import dev.kindred.model.ItemFields;
import dev.kindred.model.Model;
import dev.kindred.model.Tastes;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.TrainerContract;
import dev.kindred.tools.train.registry.Trainers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.IndexableField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColdTest extends TrainerContract {
  private static final int TITLES = 60;
  private static final List<String> GENRES = List.of("gothic", "crime", "voyage");
  private static final Map<String, String> READING =
      Map.of("text", "title", "keywords", "genre", "factors", "8");

  @Override
  protected String name() {
    return "cold";
  }

  @Override
  protected boolean personal() {
    return false;
  }

  @Override
  protected Map<String, String> parameters() {
    return Map.of("text", "title", "factors", "4");
  }

  private static Item item(int number, String genre) {
    return new Item("i" + number, Map.of("title", "a " + genre + " tale", "genre", genre));
  }

  /**
   * Users who like one genre each; every item says of which it is.
   *
   * @param ratings five stars for it, and one star for two items of another
   */
  private static Dataset shelves(boolean ratings) {
    SplittableRandom random = new SplittableRandom(4);
    InteractionsBuilder events = new InteractionsBuilder(ratings, Repeats.LAST);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < TITLES; i++) {
      items.add(item(i, GENRES.get(i % GENRES.size())));
    }
    for (int user = 0; user < 90; user++) {
      for (int n = 0; n < 8; n++) {
        int title = random.nextInt(TITLES / GENRES.size()) * GENRES.size() + user % GENRES.size();
        long time = Tastes.NOW.toEpochMilli() - 60_000L * (8 - n);
        events.add("u" + user, "i" + title, ratings ? 5 : 1, time);
        if (ratings && n < 2) {
          int other = random.nextInt(TITLES / GENRES.size()) * GENRES.size();
          events.add("u" + user, "i" + (other + (user + 1) % GENRES.size()), 1, time);
        }
      }
    }
    return new Dataset(events.build(), items);
  }

  private static Event rated(String itemId, int stars) {
    return new Event("u", itemId, Event.RATING, stars, Tastes.NOW);
  }

  private static Run run(String name) {
    return new Run(name, "1", 5, 1, Progress.NONE);
  }

  private static float[] vector(List<IndexableField> fields) {
    for (IndexableField field : fields) {
      if (field instanceof KnnFloatVectorField vector) {
        return vector.vectorValue();
      }
    }
    return null;
  }

  private static double score(float[] vector, Encoding encoding) {
    double sum = 0;
    for (int f = 0; f < vector.length; f++) {
      sum += (double) vector[f] * ((Encoding.Dense) encoding).vector()[f];
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({
    "als, factors=4",
    "bpr, factors=4",
    "mf, factors=4",
    "autorec, factors=4",
    "sasrec, factors=8 epochs=8 layers=1 length=8",
    "gru, factors=8 epochs=60 length=8"
  })
  void aNewItemTakesItsPlaceAmongThoseLikeIt(String algorithm, String parameters) throws Exception {
    boolean ratings = algorithm.equals("mf");
    Dataset data = shelves(ratings);
    Map<String, String> map = new java.util.TreeMap<>();
    for (String one : parameters.split(" ")) {
      map.put(one.split("=")[0], one.split("=")[1]);
    }
    Model base = Trainers.create(algorithm, map).train(data, run(algorithm));
    Cold cold = (Cold) Trainers.create("cold", READING);
    List<Model> both = List.of(base, cold.train(data, List.of(base), run("cold")));
    Encoding encoding =
        base.encode(
            ratings
                ? Tastes.user(rated("i0", 5), rated("i3", 5), rated("i6", 5), rated("i10", 1))
                : Tastes.liking("i0", "i3", "i6", "i9"),
            Tastes.among());
    double gothic = score(vector(ItemFields.of(both, item(1000, "gothic"))), encoding);
    double crime = score(vector(ItemFields.of(both, item(1001, "crime"))), encoding);
    double voyage = score(vector(ItemFields.of(both, item(1002, "voyage"))), encoding);
    assertThat(gothic).isGreaterThan(Math.max(crime, voyage));
    double warm = 0;
    for (int i = 0; i < TITLES; i += GENRES.size()) {
      warm += score(vector(ItemFields.of(both, item(i, "gothic"))), encoding);
    }
    int titles = TITLES / GENRES.size();
    double mean = warm / titles;
    assertThat(gothic).isCloseTo(mean, within(Math.abs(mean) * 0.6 + 0.1));
  }

  @Test
  void theManifestTellsWhatContentExplains() {
    Dataset data = shelves(false);
    Model als = Trainers.create("als", Map.of("factors", "4")).train(data, run("als"));
    Cold cold = (Cold) Trainers.create("cold", READING);
    Map<String, Double> metrics = cold.train(data, List.of(als), run("cold")).manifest().metrics();
    assertThat(metrics).containsEntry("model.als_items", 60.0);
    assertThat(metrics.get("model.als_explained")).isBetween(0.5, 1.0);
    assertThat(metrics.get("model.als_stretch")).isBetween(0.9, 1.5);
  }

  @Test
  void aModelThatReadsContentItselfIsLeftAlone() throws Exception {
    Dataset data = shelves(false);
    Model tower =
        Trainers.create("twotower", Map.of("factors", "4", "epochs", "1", "keywords", "genre"))
            .train(data, run("twotower"));
    boolean own = vector(ItemFields.of(List.of(tower), item(1000, "crime"))) != null;
    Cold cold = (Cold) Trainers.create("cold", READING);
    assertThat(cold.train(data, List.of(tower), run("cold")).manifest().fields().isEmpty())
        .isEqualTo(own);
  }

  /** Of the first item alone it cannot be told that the model reads content. */
  @Test
  void aModelThatReadsContentIsLeftAloneWhateverTheFirstItemSays() throws Exception {
    List<Item> items = new ArrayList<>(List.of(new Item("bare", Map.of())));
    shelves(false).items().forEach(items::add);
    Dataset data = new Dataset(shelves(false).interactions(), items);
    Model tower =
        Trainers.create("twotower", Map.of("factors", "4", "epochs", "1", "keywords", "genre"))
            .train(data, run("twotower"));
    assertThat(vector(ItemFields.of(List.of(tower), item(1000, "crime")))).isNotNull();
    Cold cold = (Cold) Trainers.create("cold", READING);
    assertThat(cold.train(data, List.of(tower), run("cold")).manifest().fields()).isEmpty();
  }

  @Test
  void namesParametersOutOfRange() {
    assertThatThrownBy(() -> Trainers.create("cold", Map.of("norm", "2")))
        .hasMessage("model 'cold': norm must be 0 to 1, was 2");
    assertThatThrownBy(() -> Trainers.create("cold", Map.of("factors", "0")))
        .hasMessage("model 'cold': factors must be 1 to 1024, was 0");
  }
}
