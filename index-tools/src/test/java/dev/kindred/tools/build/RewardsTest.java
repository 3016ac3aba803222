package dev.kindred.tools.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.Recommender;
import dev.kindred.data.bandit.Reward;
import dev.kindred.index.Generations;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feedback by the name of an answer: late, in batches, again, from everywhere. */
class RewardsTest {
  private static final Path SOURCE =
      Path.of("src/test/java/dev/kindred/tools/build/RewardsTest.java");
  private static final Path GUIDE = Path.of("../docs/guide/bandits.md");

  @TempDir private Path folder;
  private Shop shop;

  @BeforeEach
  void build() throws IOException {
    shop = Shop.in(folder);
    Shop.build(spec());
  }

  private BuildSpec spec() throws IOException {
    return shop.spec(Shop.models("popularity", "content"), Shelf.profile());
  }

  @Test
  void aRewardIsInTheNextAnswer() throws IOException {
    try (Recommender open = shop.open()) {
      List<Scored> page = open.recommend(Shelf.ASKED, "visit-1").items();
      String last = page.getLast().itemId();
      List<Reward> rewards = new ArrayList<>();
      page.forEach(
          item ->
              rewards.add(
                  new Reward("visit-1", item.itemId(), item.itemId().equals(last) ? 1 : 0)));
      assertThat(open.reward(rewards)).isEqualTo(new Reward.Receipt(5, 0, List.of()));
      assertThat(Shelf.arm(open, last).sum()).isEqualTo(1);
      assertThat(Shelf.arm(open, page.getFirst().itemId()).pulls()).isEqualTo(1);
      List<String> next = Shop.ids(open, Shelf.ASKED.size(20));
      assertThat(next.indexOf(last)).isLessThan(next.indexOf(page.getFirst().itemId()));
    }
  }

  @Test
  void anItemOfAnAnswerIsRewardedOnce() throws IOException {
    String first;
    try (Recommender open = shop.open()) {
      first = Shelf.shown(open, "visit-1");
      assertThat(open.reward("visit-1", first, 1)).isEqualTo(new Reward.Receipt(1, 0, List.of()));
      assertThat(open.reward("visit-1", first, 1)).isEqualTo(new Reward.Receipt(0, 1, List.of()));
      assertThat(open.reward("visit-1", first, 0).repeated()).isOne();
    }
    try (Recommender open = shop.open()) {
      assertThat(open.reward("visit-1", first, 1).repeated()).as("after a restart").isOne();
      assertThat(Shelf.arm(open, first).pulls()).isEqualTo(1);
      String second = Shelf.shown(open, "visit-2");
      assertThat(open.reward("visit-2", second, 0).learned()).isOne();
      assertThat(Shelf.arm(open, second).pulls()).isEqualTo(1);
    }
  }

  @Test
  void whatIsUnknownIsAnsweredAndTheRestIsLearned() throws IOException {
    try (Recommender open = shop.open()) {
      String first = Shelf.shown(open, "visit-1");
      Reward good = new Reward("visit-1", first, 1);
      Reward elsewhere = new Reward("visit-1", "crime29", 1);
      Reward nowhere = new Reward("visit-2", first, 1);
      assertThat(open.reward(List.of(nowhere, good, elsewhere, good)))
          .isEqualTo(new Reward.Receipt(1, 1, List.of(nowhere, elsewhere)));
      assertThatThrownBy(() -> new Reward("visit-1", first, Double.NaN))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(first)
          .hasMessageContaining("finite");
    }
  }

  @Test
  void lateFeedbackCountsAtTheTimeThatItWasShown() throws IOException {
    try (Recommender open = shop.open()) {
      Request early = Shelf.ASKED.now(Shop.NOW.minusSeconds(86_400));
      String first = open.recommend(early, "yesterday").items().getFirst().itemId();
      open.reward("yesterday", first, 1);
      assertThat(Shelf.arm(open, first).at())
          .isEqualTo(Shop.NOW.minusSeconds(86_400).toEpochMilli());
    }
  }

  /** The disk as it is in this moment is what a kill in this moment leaves. */
  @Test
  void whatWasAcknowledgedSurvivesAKill() throws IOException {
    try (Recommender open = shop.open()) {
      for (int visit = 1; visit <= 3; visit++) {
        String first = Shelf.shown(open, "visit-" + visit);
        open.reward("visit-" + visit, first, 0.25);
        Path copy = folder.resolve("copy" + visit);
        Copies.copy(shop.index(), copy);
        assertThat(copy.resolve("bandits.json")).doesNotExist();
        for (int restart = 0; restart < 2; restart++) {
          try (Recommender after = Recommender.open(copy)) {
            assertThat(after.posteriors().find(Shelf.BANDIT).arms().size()).isEqualTo(visit);
            assertThat(Shelf.arm(after, first)).isEqualTo(Shelf.arm(open, first));
            assertThat(after.reward("visit-" + visit, first, 0.25).repeated()).isOne();
          }
        }
      }
    }
  }

  @Test
  void severalRecommendersLearnFromEachOther() throws IOException {
    try (Recommender one = shop.open();
        Recommender other = shop.open()) {
      String first = Shelf.shown(one, "visit-1");
      assertThat(other.reward("visit-1", first, 1).learned()).isOne();
      assertThat(one.reward("visit-1", first, 1).repeated()).as("told by the other").isOne();
      assertThat(Shelf.arm(one, first)).isEqualTo(Shelf.arm(other, first));
      String second = Shelf.shown(one, "visit-2");
      one.reward("visit-2", second, 1);
      other.refresh();
      assertThat(Shelf.arm(other, second)).isEqualTo(Shelf.arm(one, second));
    }
    try (Recommender open = shop.open()) {
      assertThat(open.posteriors().find(Shelf.BANDIT).arms().size()).isEqualTo(2);
    }
  }

  @Test
  void rewardsOutliveBuildsAndGoingBack() throws IOException {
    String first;
    try (Recommender open = shop.open()) {
      first = Shelf.shown(open, "visit-1");
      open.reward("visit-1", first, 1);
    }
    Shop.build(spec());
    try (Recommender open = shop.open()) {
      assertThat(Shelf.arm(open, first).sum()).isEqualTo(1);
      assertThat(open.reward("visit-1", first, 1).repeated()).isOne();
    }
    try (Generations generations = Generations.at(shop.index())) {
      generations.rollback();
    }
    try (Recommender open = shop.open()) {
      assertThat(Shelf.arm(open, first).sum()).isEqualTo(1);
    }
  }

  @Test
  void policiesAreJudgedByTheSameRewards() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    try (Recommender open = shop.open()) {
      String first = Shelf.shown(open, "visit-1");
      open.reward("visit-1", first, 0.5);
      open.reward("visit-1", first, 0.5);
      open.impressions().forEach(lines::add);
    }
    assertThat(lines).hasSize(2);
    assertThat(lines.getLast().get("reward").asDouble()).isEqualTo(0.5);
    assertThat(lines.getLast().get("user").asText()).isEqualTo("nobody");
  }

  @Test
  void opensToReadWithoutWriting() throws IOException {
    try (Recommender open = shop.open()) {
      open.reward("visit-1", Shelf.shown(open, "visit-1"), 1);
      try (Recommender reader = shop.open()) {
        Recommendations page = reader.recommend(Shelf.ASKED);
        assertThat(Shelf.arm(reader, page.items().getFirst().itemId())).isNotNull();
      }
      assertThat(Files.exists(shop.index().resolve("bandits.json"))).isFalse();
    }
  }

  @Test
  void manyCallersShareTheDisk() throws Exception {
    try (Recommender open = shop.open();
        ExecutorService pool = Executors.newFixedThreadPool(8)) {
      List<Future<Integer>> told = new ArrayList<>();
      for (int visit = 0; visit < 100; visit++) {
        String id = "visit-" + visit;
        told.add(
            pool.submit(
                () -> {
                  String first = Shelf.shown(open, id);
                  return open.reward(id, first, 1).learned() + open.reward(id, first, 1).learned();
                }));
      }
      for (Future<Integer> one : told) {
        assertThat(one.get()).isOne();
      }
      double[] pulls = new double[1];
      open.posteriors().find(Shelf.BANDIT).arms().forEach((id, arm) -> pulls[0] += arm.pulls());
      assertThat(pulls[0]).isEqualTo(100);
    }
  }

  @Test
  void theExampleRuns() throws IOException {
    try (Recommender shop = this.shop.open()) {
      // guide
      Request asked = Request.user("u42").profile("shelf").seed(17); // a seed for every visit
      Recommendations page = shop.recommend(asked, "visit-17"); // noted under this id
      String clicked = page.items().getFirst().itemId();
      shop.reward("visit-17", clicked, 1);

      // Later, in another thread or another process: whatever was looked at and not clicked.
      List<Reward> batch =
          page.items().stream().map(item -> new Reward("visit-17", item.itemId(), 0)).toList();
      Reward.Receipt receipt = shop.reward(batch);
      // end
      assertThat(receipt).isEqualTo(new Reward.Receipt(batch.size() - 1, 1, List.of()));
      assertThat(Shelf.arm(shop, clicked).sum()).isEqualTo(1);
    }
  }

  @Test
  void theGuideShowsTheCodeThatRuns() throws IOException {
    String source = Files.readString(SOURCE);
    int from = source.indexOf("// guide\n") + "// guide\n".length();
    String shown = source.substring(from, source.indexOf("\n      // end")).stripIndent();
    assertThat(Files.readString(GUIDE)).contains("```java\n" + shown + "\n```");
  }
}
