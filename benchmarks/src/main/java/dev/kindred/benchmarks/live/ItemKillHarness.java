package dev.kindred.benchmarks.live;

import dev.kindred.Recommender;
import dev.kindred.data.Event;
import dev.kindred.data.UserState;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Kills a process that changes items without a pause, opens what it left and compares demand,
 * prices and what bandits learned with what was acknowledged, again and again on one index. The
 * change that was on its way is sent again.
 */
final class ItemKillHarness {
  /** Every item, in an order that a bandit learns. */
  static final Request ALL = Request.EMPTY.profile(Readers.SHELF);

  private static final int LONGEST_MS = 400;
  private static final double ROUNDING = 1e-4;

  private final Readers shop;
  private final SplittableRandom random;
  private final List<String> faults = new ArrayList<>();
  private Map<String, Double> before;
  private Changes changes;
  private long acknowledged;
  private long views;
  private long rewards;

  /**
   * What was found.
   *
   * @param acknowledged changes over all
   * @param views events of theirs
   * @param rewards that bandits learned
   * @param faults demand, prices or rewards that are not what was acknowledged; empty when all is
   *     well
   */
  record Result(int kills, long acknowledged, long views, long rewards, List<String> faults) {}

  /**
   * @param shop an index of at most 100 items with prices and the model {@code popularity}
   */
  ItemKillHarness(Readers shop, long seed) {
    this.shop = shop;
    this.random = new SplittableRandom(seed);
  }

  Result run(int kills) throws IOException, InterruptedException {
    try (Recommender open = Readers.open(shop.index())) {
      before = demand(open);
      changes = new Changes(List.copyOf(new TreeMap<>(before).keySet()));
    }
    for (int kill = 1; kill <= kills; kill++) {
      killOne();
      check("kill " + kill);
    }
    check("at the end");
    return new Result(kills, acknowledged, views, rewards, List.copyOf(faults));
  }

  private void killOne() throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(List.of(shop.index().toString(), Long.toString(acknowledged + 1)));
    arguments.addAll(changes.items());
    Process child = Child.start(ChangingProcess.class, arguments);
    boolean opening = random.nextInt(5) == 0;
    int wait = 1 + random.nextInt(LONGEST_MS);
    try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
      if (!opening) {
        note(output.readLine());
      }
      Thread.sleep(opening ? 300 + 2L * wait : wait);
      child.toHandle().destroyForcibly();
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        note(line);
      }
    }
    child.waitFor();
  }

  /** A line that is cut short is the next number's beginning, which is smaller. */
  private void note(String line) {
    if (line != null && !line.isEmpty()) {
      acknowledged = Math.max(acknowledged, Long.parseLong(line));
    }
  }

  /** Answers all faults so far. */
  List<String> check(String when) throws IOException {
    try (Recommender open = Readers.open(shop.index())) {
      views = views(open);
      long sure = acknowledged * Changes.EVENTS;
      if (views != sure && views != sure + Changes.EVENTS) {
        faults.add(when + ": " + views + " events are stored, acknowledged " + sure);
      }
      Map<String, Double> now = demand(open);
      double more = (sum(now) - sum(before)) / weight(open);
      if (Math.abs(more - views) > ROUNDING * Math.max(1, views)) {
        faults.add(when + ": demand grew by " + more + " views, stored are " + views);
      }
      checkPrices(when, open);
      rewards = rewards(open);
      long told = Changes.rewardsUpTo(acknowledged);
      if (rewards != told && rewards != Changes.rewardsUpTo(acknowledged + 1)) {
        faults.add(when + ": bandits learned " + rewards + " rewards, acknowledged " + told);
      }
    }
    return List.copyOf(faults);
  }

  /** How much a view adds to the demand. */
  private double weight(Recommender open) {
    return open.profiles().weights().strength(changes.events(1, Readers.NOW).getFirst().event());
  }

  private void checkPrices(String when, Recommender open) throws IOException {
    List<Scored> dear =
        open.recommend(Request.EMPTY.filter("price", ">=", Changes.price(0)).size(50)).items();
    List<Object> prices = dear.stream().map(item -> item.fields().get("price")).toList();
    double known = Changes.price(Changes.lastPriced(acknowledged));
    double pending = Changes.price(Changes.lastPriced(acknowledged + 1));
    boolean nothing = known == Changes.price(0) && prices.isEmpty();
    boolean all = prices.size() == Changes.SOLD && prices.stream().distinct().count() == 1;
    if (!nothing && !(all && List.of(known, pending).contains(prices.getFirst()))) {
      faults.add(when + ": prices are " + prices + ", acknowledged " + known);
    }
  }

  private static long rewards(Recommender open) {
    double[] pulls = new double[1];
    open.posteriors().find(Readers.SHELF).arms().forEach((item, arm) -> pulls[0] += arm.pulls());
    return Math.round(pulls[0]);
  }

  private static long views(Recommender open) throws IOException {
    long total = 0;
    for (String user : open.users().ids()) {
      if (user.startsWith("visitor")) {
        UserState state = open.users().find(user).orElse(UserState.UNKNOWN);
        total += state.counts().getOrDefault(Event.VIEW, 0L);
      }
    }
    return total;
  }

  private static double sum(Map<String, Double> demand) {
    return demand.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Of every item. */
  private static Map<String, Double> demand(Recommender open) throws IOException {
    Map<String, Double> demand = new TreeMap<>();
    Request all = Request.EMPTY.profile("popularity").size(open.size());
    open.recommend(all)
        .items()
        .forEach(item -> demand.put(item.itemId(), item.signals().getOrDefault("popularity", 0.0)));
    return demand;
  }
}
