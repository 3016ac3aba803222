package dev.kindred.tools.train.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.data.Dataset;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Item;
import dev.kindred.data.Repeats;
import dev.kindred.model.Encoding;
import dev.kindred.model.FieldScores;
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
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossDomainTest extends TrainerContract {
  private static final int GENRES = 3;
  private static final int TITLES = 12;

  @Override
  protected String name() {
    return "crossdomain";
  }

  @Override
  protected Map<String, String> parameters() {
    return Map.of("field", "category", "factors", "4");
  }

  /** Books and films of three genres; whoever likes a genre likes it in both domains. */
  private static Dataset twoDomains() {
    SplittableRandom random = new SplittableRandom(5);
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.LAST);
    List<Item> items = new ArrayList<>();
    for (String domain : List.of("book", "film")) {
      for (int i = 0; i < GENRES * TITLES; i++) {
        events.item(domain + i);
        items.add(new Item(domain + i, Map.of("domain", domain)));
      }
    }
    for (int user = 0; user < 90; user++) {
      for (int n = 0; n < 6; n++) {
        int title = random.nextInt(TITLES) * GENRES + user % GENRES;
        boolean reads = user < 60 || user % 2 == 0;
        boolean watches = user < 60 || user % 2 == 1;
        if (reads) {
          events.add("u" + user, "book" + title, 1, n);
        }
        if (watches) {
          events.add("u" + user, "film" + random.nextInt(TITLES) * GENRES, 0, n);
          events.add("u" + user, "film" + (random.nextInt(TITLES) * GENRES + user % GENRES), 1, n);
        }
      }
    }
    return new Dataset(events.build(), items);
  }

  private static Model train(Dataset data, Map<String, String> parameters) {
    Map<String, String> all = new TreeMap<>(Map.of("factors", "6", "regularization", "0.003"));
    all.putAll(parameters);
    Run run = new Run("crossdomain", "1", 3, 1, Progress.NONE);
    return Trainers.create("crossdomain", all).train(data, run);
  }

  @ParameterizedTest
  @ValueSource(strings = {"procrustes", "ridge", "personal"})
  void readersOfAGenreGetItsFilms(String bridge) throws Exception {
    Dataset data = twoDomains();
    Model model = train(data, Map.of("bridge", bridge.toUpperCase(java.util.Locale.ROOT)));
    for (int genre = 0; genre < GENRES; genre++) {
      Encoding encoding =
          model.encode(Tastes.liking("book" + genre, "book" + (genre + GENRES)), Tastes.among());
      double own = 0;
      double others = 0;
      for (int i = 0; i < GENRES * TITLES; i++) {
        double score = FieldScores.of(model, "film" + i).score(encoding);
        own += i % GENRES == genre ? score / TITLES : 0;
        others += i % GENRES == genre ? 0 : score / TITLES / (GENRES - 1);
      }
      assertThat(own).isGreaterThan(others + 0.1);
      assertThat(((Encoding.Dense) encoding).parts())
          .containsOnlyKeys("book" + genre, "book" + (genre + GENRES));
    }
  }

  @Test
  void theManifestTellsHowFarBridgesReach() {
    Map<String, Double> metrics = train(twoDomains(), Map.of()).manifest().metrics();
    assertThat(metrics).containsEntry("book_to_film_users", 60.0);
    assertThat(metrics.get("book_to_film_reach")).isBetween(0.3, 1.0);
  }

  @Test
  void tooFewCommonUsersMakeNoBridge() throws Exception {
    Model model = train(twoDomains(), Map.of("overlap", "61"));
    Encoding encoding = model.encode(Tastes.liking("book0"), Tastes.among());
    assertThat(FieldScores.of(model, "film0").score(encoding)).isZero();
  }

  @Test
  void refusesWhatItCannotLearnFrom() {
    assertThatThrownBy(() -> train(twoDomains(), Map.of("field", "shelf")))
        .hasMessageContaining("no item has a value in the field 'shelf'");
    assertThatThrownBy(() -> train(twoDomains(), Map.of("factors", "600")))
        .hasMessageContaining("2 domains × 600 factors");
    assertThatThrownBy(() -> Trainers.create("crossdomain", Map.of("overlap", "1")))
        .hasMessageContaining("overlap must be at least 2, was 1");
  }
}
