package dev.kindred.tools.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kindred.data.Dataset;
import dev.kindred.data.Event;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Item;
import dev.kindred.data.Repeats;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.model.Encoding;
import dev.kindred.model.Encodings;
import dev.kindred.model.FieldScores;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import dev.kindred.model.Tastes;
import dev.kindred.model.registry.Models;
import dev.kindred.tools.train.registry.Trainers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every trainer promises. Extend it and name one, with parameters fit for small data. */
public abstract class TrainerContract {
  @TempDir Path folder;

  /** The registered name. */
  protected abstract String name();

  /** Parameters beside the defaults. */
  protected Map<String, String> parameters() {
    return Map.of();
  }

  /** Whether it ranks items for one user: false when its fields are the same for everyone. */
  protected boolean personal() {
    return true;
  }

  /** What it is trained on: the checkerboard as views; as ratings for who learns from those. */
  protected Dataset dataset() {
    return Checkerboard.dataset();
  }

  /** The user of that number in {@link #dataset}, with everything but the withheld item. */
  protected UserState user(int number) {
    return Tastes.liking(Checkerboard.history(number));
  }

  private Model train(Dataset data, int threads, Progress progress) {
    Run run = new Run(name(), "2026-02-28T00:00:00Z", 7, threads, progress);
    return Trainers.create(name(), parameters()).train(data, run);
  }

  private Model train() {
    return train(dataset(), 1, Progress.NONE);
  }

  private static Situation situation(Dataset data) {
    List<Item> items = new ArrayList<>();
    data.items().forEach(items::add);
    return Tastes.among(items.toArray(Item[]::new));
  }

  /** What it gives every item and says of every user. */
  final Map<String, String> behaviour(Model model) throws IOException {
    Dataset data = dataset();
    Map<String, String> behaviour = new LinkedHashMap<>();
    for (Item item : data.items()) {
      behaviour.put(item.id(), FieldScores.of(model, item).toString());
    }
    for (int user = 0; user < Checkerboard.SIZE; user++) {
      Encoding encoding = model.encode(user(user), situation(data));
      behaviour.put("user " + user, Encodings.text(encoding));
    }
    return behaviour;
  }

  @Test
  void recommendsWhatTheCheckerboardWithholds() throws IOException {
    assumeTrue(personal(), "says the same to everyone, or answers with the catalogue's fields");
    Dataset data = dataset();
    Model model = train();
    for (int user = 0; user < Checkerboard.SIZE; user++) {
      UserState state = user(user);
      Encoding encoding = model.encode(state, situation(data));
      Set<String> seen = state.history().stream().map(Event::itemId).collect(Collectors.toSet());
      assertThat(best(model, data, encoding, seen)).isEqualTo(Checkerboard.item(user));
    }
  }

  private static String best(Model model, Dataset data, Encoding encoding, Set<String> seen) {
    String best = null;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (Item item : data.items()) {
      double score = FieldScores.of(model, item).score(encoding);
      if (score > bestScore && !seen.contains(item.id())) {
        best = item.id();
        bestScore = score;
      }
    }
    return best;
  }

  @Test
  void theSameSeedGivesTheSameModel() throws IOException {
    assertThat(behaviour(train())).isEqualTo(behaviour(train()));
  }

  @Test
  void threadsChangeNothing() throws IOException {
    Model parallel = train(dataset(), 3, Progress.NONE);
    assertThat(behaviour(parallel)).isEqualTo(behaviour(train()));
  }

  @Test
  void theArtifactIsTheModel() throws IOException {
    Model model = train();
    model.save(folder);
    Model loaded = Models.load(folder);
    assertThat(loaded.manifest()).isEqualTo(model.manifest());
    assertThat(behaviour(loaded)).isEqualTo(behaviour(model));
  }

  @Test
  void theManifestTellsWhereTheModelComesFrom() {
    Manifest manifest = train().manifest();
    assertThat(manifest.id()).isEqualTo(name() + "@2026-02-28T00:00:00Z");
    assertThat(manifest.trainedAt()).hasToString("2026-02-28T00:00:00Z");
    assertThat(manifest.trainer()).containsEntry("trainer", name()).containsEntry("seed", 7);
    Trainers.parameters(name())
        .forEach(
            (parameter, value) -> {
              if (!value.isEmpty() && !parameters().containsKey(parameter)) {
                assertThat(manifest.trainer()).containsKey(parameter);
              }
            });
    assertThat(manifest.data())
        .containsEntry("users", 24)
        .containsEntry("items", 24)
        .containsEntry("events", dataset().interactions().size())
        .containsKey("sha256");
  }

  @Test
  void progressEndsAtTheTotal() {
    List<int[]> reports = new ArrayList<>();
    train(dataset(), 1, (done, total, loss) -> reports.add(new int[] {done, total}));
    for (int i = 0; i < reports.size(); i++) {
      assertThat(reports.get(i)).containsExactly(i + 1, reports.size());
    }
  }

  @Test
  void survivesAlmostNoData() throws IOException {
    boolean explicit = dataset().interactions().explicit();
    InteractionsBuilder one = new InteractionsBuilder(explicit, Repeats.LAST).item("i0").item("i1");
    one.user("nobody").add("u", "i0", 1, Tastes.NOW.toEpochMilli());
    Item item = new Item("i0", Map.of("title", "a", "category", "c"));
    Model model = train(new Dataset(one.build(), List.of(item)), 2, Progress.NONE);
    Encoding encoding = model.encode(Tastes.liking("i0"), Tastes.among(item));
    assertThat(FieldScores.of(model, item).score(encoding))
        .satisfiesAnyOf(score -> assertThat(score).isNaN(), score -> assertThat(score).isFinite());
  }

  @Test
  void refusesParametersItDoesNotHave() {
    assertThatThrownBy(() -> Trainers.create(name(), Map.of("no_such_thing", "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("unknown parameter of " + name() + " \"no_such_thing\"; known: ");
  }
}
