package dev.kindred.examples.bookshop;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.Recommender;
import dev.kindred.data.Item;
import dev.kindred.data.bandit.Reward;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Simulated newcomers who look at one page of the exploring ranking and open what meets their
 * {@link Taste}, of which the shop knows nothing. As their tastes are drawn alike, the true chance
 * of every title is known, and with it what exploring costs: the regret. Thread-safe.
 */
public final class Visitors {
  private static final String NAMES = "newcomer-";
  private static final int LOOKED_AT = 10;
  private static final double UNMOVED = 0.6;
  private static final double STRAY = 0.03;

  private final Bookshop shop;
  private final Map<String, Double> chances = new HashMap<>();
  private List<Regret> regrets;

  /**
   * How many titles fewer were opened, on average over tastes, than of the best pages possible, by
   * all visitors so far.
   *
   * @param explored with the pages that the bandit arranged
   * @param byScore had they been shown the best scores instead
   */
  public record Regret(double explored, double byScore) {
    static final Regret NONE = new Regret(0, 0);

    private Regret plus(double moreExplored, double moreByScore) {
      return new Regret(explored + moreExplored, byScore + moreByScore);
    }
  }

  private record Rival(double score, double chance) {}

  Visitors(Bookshop shop) {
    this.shop = shop;
    shop.items().forEach(item -> chances.put(item.id(), mean(item)));
  }

  /** Every subject of one's taste is another occasion to be moved. */
  private static double chance(Taste taste, Item item) {
    return 1 - (1 - STRAY) * Math.pow(UNMOVED, (double) taste.shared(item));
  }

  private static double mean(Item item) {
    return Taste.ALL.stream().mapToDouble(taste -> chance(taste, item)).average().orElseThrow();
  }

  /** How likely a newcomer opens the title when it is shown. */
  public double chance(String itemId) {
    return chances.getOrDefault(itemId, 0.0);
  }

  /** Lets so many newcomers come, one after another. */
  public synchronized void come(int count) throws IOException {
    regrets();
    for (int i = 0; i < count; i++) {
      come();
    }
  }

  private void come() throws IOException {
    int number = regrets.size() + 1;
    SplittableRandom random = new SplittableRandom(number);
    Taste taste = Taste.ALL.get(random.nextInt(Taste.ALL.size()));
    Request request =
        Request.user(String.format(Locale.ROOT, "%s%05d", NAMES, number))
            .profile(ShopBuild.EXPLORING)
            .filter(Catalogue.DOMAIN, "=", Catalogue.BOOKS)
            .now(Instant.now())
            .seed(number)
            .size(LOOKED_AT);
    String id = UUID.randomUUID().toString();
    Recommender recommender = shop.recommender();
    Recommendations page = recommender.recommend(request, id);
    List<Reward> rewards = new ArrayList<>();
    for (Scored shown : page.items()) {
      double chance = chance(taste, shop.item(shown.itemId()).orElseThrow());
      rewards.add(new Reward(id, shown.itemId(), random.nextDouble() < chance ? 1 : 0));
    }
    recommender.reward(rewards);
    add(page.items().stream().map(this::rival).toList(), page.rivals().stream().map(this::rival));
  }

  private Rival rival(Scored item) {
    return new Rival(item.score(), chance(item.itemId()));
  }

  /** The regret after each visit, those of earlier days first. */
  public synchronized List<Regret> regrets() throws IOException {
    if (regrets == null) {
      regrets = new ArrayList<>();
      shop.impressions().forEach(this::replay);
    }
    return List.copyOf(regrets);
  }

  /** A page that was noted before this shop was opened. */
  private void replay(JsonNode line) {
    if (line.path("user").asText().startsWith(NAMES) && line.has("items")) {
      List<Rival> shown = new ArrayList<>();
      line.path("items").forEach(item -> shown.add(rival(item)));
      List<Rival> others = new ArrayList<>();
      line.path("rivals").forEach(item -> others.add(rival(item)));
      add(shown, others.stream());
    }
  }

  private Rival rival(JsonNode item) {
    return new Rival(item.path("score").asDouble(), chance(item.path("id").asText()));
  }

  private void add(List<Rival> shown, Stream<Rival> others) {
    List<Rival> all = Stream.concat(shown.stream(), others).toList();
    double most = best(all, Comparator.comparingDouble(Rival::chance), shown.size());
    double byScore = best(all, Comparator.comparingDouble(Rival::score), shown.size());
    double explored = shown.stream().mapToDouble(Rival::chance).sum();
    Regret before = regrets.isEmpty() ? Regret.NONE : regrets.getLast();
    regrets.add(before.plus(most - explored, most - byScore));
  }

  private static double best(List<Rival> all, Comparator<Rival> order, int size) {
    return all.stream().sorted(order.reversed()).limit(size).mapToDouble(Rival::chance).sum();
  }
}
