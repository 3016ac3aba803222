package dev.kindred.tools.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.Profile;
import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.index.Schema;
import dev.kindred.internal.registry.Polymorphic;
import dev.kindred.rank.Normalizer;
import dev.kindred.rank.Normalizer.Logistic;
import dev.kindred.rank.Normalizer.Saturation;
import dev.kindred.rank.Part;
import dev.kindred.tools.train.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Normalisers say the same when models are trained again on a little more of the same world. */
class RetrainingTest {
  private static final int USERS = 150;
  private static final Schema BARE =
      new Schema(List.of(), List.of(), List.of(), null, null, Map.of(), null);
  private static final String HOME =
      """
      {"retrievers": [{"all": {}}],
       "signals": [
         {"name": "itemknn", "signal": {"model": {"model": "itemknn"}}},
         {"name": "als", "signal": {"model": {"model": "als"}}},
         {"name": "popularity", "signal": {"popularity": {"field": "model.popularity"}}}]}
      """;

  @TempDir private Path folder;

  /** Readers of four kinds who now and then read something else. */
  private static Interactions world(double share, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.LAST);
    for (int user = 0; user < USERS; user++) {
      for (int i = 0; i < 20; i++) {
        int kind = random.nextDouble() < 0.8 ? user % 4 : random.nextInt(4);
        int book = (int) (20 * random.nextDouble() * random.nextDouble());
        if (random.nextDouble() < share) {
          events.add("u" + user, "k" + kind + "-" + book, 1, 1_700_000_000_000L + i);
        }
      }
    }
    return events.build();
  }

  private List<Part> fitted(Interactions train, String name) throws IOException {
    Rehearsal.Setting setting =
        new Rehearsal.Setting(
            BARE,
            List.of(),
            List.of(
                new Rehearsal.Part("itemknn", "itemknn", Map.of()),
                new Rehearsal.Part("als", "als", Map.of("factors", "8")),
                new Rehearsal.Part("popularity", "popularity", Map.of())),
            Map.of(),
            Instant.EPOCH,
            42,
            1,
            model -> Progress.NONE);
    try (Rehearsal rehearsal = Rehearsal.of(setting, train, folder.resolve(name))) {
      Profile home = Profile.parse("home", Polymorphic.json().readTree(HOME));
      return rehearsal.fit(home).signals();
    }
  }

  /** The raw value that becomes one half. */
  private static double centre(Normalizer normalizer) {
    return switch (normalizer) {
      case Saturation saturation -> saturation.pivot();
      case Logistic logistic -> logistic.midpoint();
      default -> throw new AssertionError("not fitted: " + normalizer);
    };
  }

  @Test
  void anotherTenthOfTheEventsHardlyMovesThem() throws IOException {
    List<Part> before = fitted(world(0.9, 3), "before");
    List<Part> after = fitted(world(1, 3), "after");
    List<Double> moved = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      assertThat(after.get(i).normalizer()).hasSameClassAs(before.get(i).normalizer());
      moved.add(centre(after.get(i).normalizer()) / centre(before.get(i).normalizer()));
    }
    assertThat(moved).allSatisfy(ratio -> assertThat(ratio).isBetween(0.75, 1.35));
  }

  @Test
  void theSameEventsGiveTheSame() throws IOException {
    assertThat(fitted(world(1, 5), "one")).isEqualTo(fitted(world(1, 5), "two"));
  }
}
