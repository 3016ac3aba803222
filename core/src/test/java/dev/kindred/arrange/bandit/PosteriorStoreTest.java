package dev.kindred.arrange.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.data.bandit.Arm;
import dev.kindred.data.bandit.Bandit;
import dev.kindred.data.bandit.Features;
import dev.kindred.data.bandit.Feedback;
import dev.kindred.data.bandit.Posteriors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PosteriorStoreTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final Bandit CLICKS = new Bandit("clicks", null, null);
  private static final Bandit LINEAR = linear("als");

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("bandits.json");
  }

  private static Bandit linear(String signal) {
    Features features = new Features(List.of(signal), List.of("device=mobile"), true);
    return new Bandit("linear", Duration.ofDays(2), new Bandit.Linear(features, false, 1));
  }

  private static List<Feedback> batch(int size) {
    List<Feedback> batch = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      batch.add(
          new Feedback(
              "ítem" + i % 7,
              i % 3 == 0 ? 1 : 0,
              NOW.plusSeconds(60L * i),
              Map.of("als", (i % 5) / 3.0),
              Map.of("device", i % 2 == 0 ? "mobile" : "desk")));
    }
    return batch;
  }

  private static void requireSame(Posteriors one, Posteriors other) {
    for (int i = 0; i < 7; i++) {
      String id = "ítem" + i;
      assertThat(one.arms().get(id, Arm.NONE)).isEqualTo(other.arms().get(id, Arm.NONE));
      assertThat(one.arms().get(id, Arm.NONE).pulls()).isPositive();
    }
    var regression = one.regressions().get("", null);
    assertThat(regression.coefficients())
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(other.regressions().get("", null).coefficients());
    assertThat(one.features()).isEqualTo(other.features()).hasSize(4);
  }

  @Test
  void survivesARestart() throws IOException {
    Posteriors before;
    try (PosteriorStore store = PosteriorStore.open(file)) {
      store.learn(LINEAR, batch(100));
      store.learn(CLICKS, batch(10));
      before = store.find("linear");
    }
    try (PosteriorStore store = PosteriorStore.open(file)) {
      assertThat(store.names()).containsExactlyInAnyOrder("clicks", "linear");
      requireSame(before, store.find("linear"));
      store.learn(LINEAR, batch(50));
      assertThat(store.find("linear").regressions().get("", null).weight()).isPositive();
    }
  }

  @Test
  void writesByItselfOnceManyRewardsHaveCome() throws IOException {
    PosteriorStore killed = PosteriorStore.open(file);
    killed.learn(CLICKS, batch(PosteriorStore.SAVED_EVERY - 1));
    assertThat(file).doesNotExist();
    killed.learn(CLICKS, batch(1));
    try (PosteriorStore store = PosteriorStore.open(file)) {
      assertThat(store.find("clicks").arms().get("ítem0", Arm.NONE))
          .isEqualTo(killed.find("clicks").arms().get("ítem0", Arm.NONE));
    }
  }

  @Test
  void remembersHowFarALogIsLearned() throws IOException {
    try (PosteriorStore store = PosteriorStore.open(file)) {
      assertThat(store.position()).isNull();
      store.learn(Map.of(CLICKS, batch(20), LINEAR, batch(3)), "3:20");
      store.learn(CLICKS, batch(1));
      assertThat(store.position()).isEqualTo("3:20");
    }
    Posteriors saved;
    try (PosteriorStore store = PosteriorStore.open(file)) {
      assertThat(store.position()).isEqualTo("3:20");
      saved = store.find("clicks");
      store.replay(Map.of(CLICKS, batch(10)), "3:30");
      assertThat(store.position()).isEqualTo("3:30");
      assertThat(store.find("clicks").arms().get("ítem0", Arm.NONE).pulls())
          .isGreaterThan(saved.arms().get("ítem0", Arm.NONE).pulls());
    }
    try (PosteriorStore store = PosteriorStore.open(file)) {
      assertThat(store.position()).as("what a log still has is not saved").isEqualTo("3:20");
      assertThat(store.find("clicks").arms().get("ítem0", Arm.NONE))
          .isEqualTo(saved.arms().get("ítem0", Arm.NONE));
    }
  }

  @Test
  void saysWhichBanditsItAccepts() throws IOException {
    try (PosteriorStore store = PosteriorStore.inMemory()) {
      assertThat(store.accepts(linear("ease"))).isTrue();
      store.learn(LINEAR, batch(5));
      assertThat(store.accepts(LINEAR)).isTrue();
      assertThat(store.accepts(CLICKS)).isTrue();
      assertThat(store.accepts(linear("ease"))).isFalse();
      store.require(LINEAR);
      assertThatThrownBy(() -> store.require(linear("ease"))).hasMessageContaining("another name");
    }
  }

  @Test
  void oneBatchIsManyRewards() throws IOException {
    try (PosteriorStore whole = PosteriorStore.inMemory();
        PosteriorStore single = PosteriorStore.inMemory()) {
      whole.learn(LINEAR, batch(90));
      for (Feedback one : batch(90)) {
        single.learn(LINEAR, List.of(one));
      }
      requireSame(whole.find("linear"), single.find("linear"));
    }
  }

  @Test
  void whatARequestHoldsIsFrozen() throws IOException {
    try (PosteriorStore store = PosteriorStore.inMemory()) {
      store.learn(LINEAR, batch(7));
      Posteriors held = store.find("linear");
      double pulls = held.arms().get("ítem0", Arm.NONE).pulls();
      double[] theta = held.regressions().get("", null).coefficients().clone();
      store.learn(LINEAR, batch(70));
      assertThat(held.arms().get("ítem0", Arm.NONE).pulls()).isEqualTo(pulls);
      assertThat(held.regressions().get("", null).coefficients()).containsExactly(theta);
    }
  }

  @Test
  void aDamagedFileIsRefused() throws IOException {
    try (PosteriorStore store = PosteriorStore.open(file)) {
      store.learn(CLICKS, batch(20));
    }
    String text = Files.readString(file);
    Files.writeString(file, text.replace("[3.0", "[4.0"));
    assertThatThrownBy(() -> PosteriorStore.open(file))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("bandits.json")
        .hasMessageContaining("checksum");
    Files.writeString(file, "");
    assertThatThrownBy(() -> PosteriorStore.open(file)).hasMessageContaining("checksum");
  }

  @Test
  void otherFeaturesNeedAnotherName() throws IOException {
    try (PosteriorStore store = PosteriorStore.inMemory()) {
      store.learn(LINEAR, batch(5));
      assertThatThrownBy(() -> store.learn(linear("ease"), batch(5)))
          .hasMessageContaining("[1, als")
          .hasMessageContaining("[1, ease")
          .hasMessageContaining("another name");
      store.forget("linear");
      store.learn(linear("ease"), batch(5));
      assertThat(store.find("linear").features()).contains("ease");
    }
  }

  @Test
  void otherSettingsGoOnWithWhatWasLearned() throws IOException {
    try (PosteriorStore store = PosteriorStore.inMemory()) {
      store.learn(LINEAR, batch(50));
      Bandit stiff =
          new Bandit("linear", null, new Bandit.Linear(LINEAR.linear().features(), false, 1e9));
      store.learn(stiff, batch(1));
      var regression = store.find("linear").regressions().get("", null);
      assertThat(regression.weight()).isGreaterThan(40);
      assertThat(regression.coefficients()[0])
          .isCloseTo(0, org.assertj.core.api.Assertions.within(1e-6));
    }
  }

  @Test
  void oneRegressionAnItemWhenDisjoint() throws IOException {
    Bandit disjoint =
        new Bandit("linear", null, new Bandit.Linear(LINEAR.linear().features(), true, 1));
    try (PosteriorStore store = PosteriorStore.inMemory()) {
      store.learn(disjoint, batch(70));
      assertThat(store.find("linear").regressions().size()).isEqualTo(7);
      store.forget("linear", Set.of("ítem1", "ítem2"));
      assertThat(store.find("linear").regressions().size()).isEqualTo(5);
      assertThat(store.find("linear").arms().size()).isEqualTo(5);
    }
  }
}
