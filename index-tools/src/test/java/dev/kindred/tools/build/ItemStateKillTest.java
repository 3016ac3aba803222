package dev.kindred.tools.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.Recommender;
import dev.kindred.data.Event;
import dev.kindred.data.UserState;
import dev.kindred.index.ChildJvm;
import dev.kindred.index.Generations;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What became of items (demand, prices, rewards) survives SIGKILL once it is acknowledged. */
class ItemStateKillTest {
  private static final int KILLS = 5;
  private static final int MOST_BEFORE = 12;
  private static final int LONGEST_MILLIS = 60;
  private static final long SEED = 20_26;
  private static final Request POPULAR = Request.user("nobody").profile("popularity").size(120);

  @TempDir private Path folder;
  private Shop shop;
  private double demandAtFirst;

  /** The number of the last change that was acknowledged; they begin at 1. */
  private int acknowledged;

  @Test
  void acknowledgedChangesOfItemsAreThere() throws Exception {
    shop = Shop.in(folder);
    Shop.build(shop.spec(Shop.models("popularity", "trend", "content"), Shelf.profile()));
    try (Recommender open = shop.open()) {
      demandAtFirst = demand(open);
    }
    SplittableRandom random = new SplittableRandom(SEED);
    for (int kill = 1; kill <= KILLS; kill++) {
      killOne(random);
      requireAll("seed " + SEED + ", kill " + kill);
    }
    assertThat(acknowledged).as("changes between the kills").isGreaterThan(2 * KILLS);
  }

  /** Every fourth process is killed while it still opens the index. */
  private void killOne(SplittableRandom random) throws IOException, InterruptedException {
    String next = Integer.toString(acknowledged + 1);
    Process child = ChildJvm.start(ItemChanges.class, folder.toString(), next);
    try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
      if (random.nextInt(4) > 0) {
        assertThat(output.readLine()).isEqualTo("open");
        for (int changes = random.nextInt(MOST_BEFORE); changes > 0; changes--) {
          acknowledged = Integer.parseInt(output.readLine());
        }
      }
      Thread.sleep(random.nextInt(LONGEST_MILLIS));
      for (String line : ChildJvm.kill(child, output)) {
        acknowledged = line.equals("open") ? acknowledged : Integer.parseInt(line);
      }
    }
  }

  /** The change that was on its way may be there or not, but whole, and in one place or none. */
  private void requireAll(String when) throws IOException {
    try (Recommender open = shop.open()) {
      long views = views(open);
      assertThat(views).as("views of %s", when).isBetween((long) acknowledged, acknowledged + 1L);
      assertThat(demand(open) - demandAtFirst)
          .as("demand, %s", when)
          .isCloseTo((double) views, within(1e-5));
      requirePrices(open, when);
      int rewards = acknowledged / ItemChanges.REWARDED;
      int pending = (acknowledged + 1) / ItemChanges.REWARDED;
      assertThat(Shelf.arm(open, ItemChanges.WANTED).pulls())
          .as("rewards, %s", when)
          .isBetween((double) rewards, (double) pending);
    }
    try (FSDirectory items = FSDirectory.open(shop.current().resolve(Generations.ITEMS));
        DirectoryReader reader = DirectoryReader.open(items)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
    }
  }

  private void requirePrices(Recommender open, String when) throws IOException {
    int last = acknowledged - acknowledged % ItemChanges.PRICED;
    int pending = acknowledged + 1;
    List<Scored> dear = open.recommend(Request.EMPTY.filter("price", ">=", 1000).size(10)).items();
    if (last > 0 || !dear.isEmpty()) {
      assertThat(dear)
          .as("items that were set, %s", when)
          .extracting(Scored::itemId)
          .containsExactlyInAnyOrderElementsOf(ItemChanges.SOLD);
      assertThat(dear.stream().map(item -> item.fields().get("price")).distinct())
          .as("prices of all together, %s", when)
          .hasSize(1)
          .allMatch(
              price ->
                  price.equals(ItemChanges.price(last))
                      || (pending % ItemChanges.PRICED == 0
                          && price.equals(ItemChanges.price(pending))));
    }
  }

  private static long views(Recommender open) throws IOException {
    long views = 0;
    for (int visitor = 0; visitor < ItemChanges.VISITORS; visitor++) {
      UserState state = open.users().find(ItemChanges.visitor(visitor)).orElse(UserState.UNKNOWN);
      views += state.counts().getOrDefault(Event.VIEW, 0L);
    }
    return views;
  }

  private static double demand(Recommender open) throws IOException {
    return open.recommend(POPULAR).items().stream()
        .filter(one -> one.itemId().equals(ItemChanges.WANTED))
        .map(one -> one.signals().get("popularity"))
        .findFirst()
        .orElse(0.0);
  }
}
