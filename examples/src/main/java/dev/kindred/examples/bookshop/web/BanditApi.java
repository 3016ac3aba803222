package dev.kindred.examples.bookshop.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Recommender;
import dev.kindred.data.bandit.Arm;
import dev.kindred.data.bandit.Bandit;
import dev.kindred.data.bandit.Posteriors;
import dev.kindred.examples.bookshop.Bookshop;
import dev.kindred.examples.bookshop.Visitors.Regret;
import dev.kindred.tools.cli.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What a bandit believes of the titles that it has shown, and what learning it has cost. */
record BanditApi(Bookshop shop) {
  private static final int MOST_ARMS = 24;
  private static final int MOST_POINTS = 200;
  private static final int MOST_VISITORS = 500;

  /** The normal quantile of 95 % intervals. */
  private static final double Z = 1.96;

  /** An arm as of now, with its Wilson interval (1927). */
  private record Estimate(String item, double pulls, double mean, double low, double high) {
    static Estimate of(String item, Arm arm) {
      double n = arm.pulls();
      double mean = Math.clamp(arm.sum() / n, 0, 1);
      double middle = (mean + Z * Z / (2 * n)) / (1 + Z * Z / n);
      double half = Z / (1 + Z * Z / n) * Math.sqrt(mean * (1 - mean) / n + Z * Z / (4 * n * n));
      return new Estimate(item, n, mean, middle - half, middle + half);
    }
  }

  /** The arms of the first profile that explores, the best first. */
  JsonNode bandit() throws IOException {
    Recommender recommender = shop.recommender();
    ObjectNode json = Json.object();
    for (var profile : recommender.profiles().byName().values()) {
      for (Bandit bandit : profile.bandits()) {
        json.put("profile", profile.name()).put("bandit", bandit.name());
        arms(bandit, recommender.posteriors().find(bandit.name()), json);
      }
    }
    regrets(json);
    return json;
  }

  private void arms(Bandit bandit, Posteriors known, ObjectNode json) {
    long now = Instant.now().toEpochMilli();
    List<Estimate> all =
        shop.items().stream()
            .map(item -> Estimate.of(item.id(), aged(known, item.id(), bandit, now)))
            .filter(estimate -> estimate.pulls >= 0.5)
            .sorted(Comparator.comparingDouble(Estimate::mean).reversed())
            .toList();
    json.put("shown", Math.round(all.stream().mapToDouble(Estimate::pulls).sum()));
    json.put("titles", all.size());
    ArrayNode arms = json.putArray("arms");
    for (Estimate one : all.subList(0, Math.min(MOST_ARMS, all.size()))) {
      arms.addObject()
          .put("id", one.item)
          .put("title", shop.item(one.item).orElseThrow().text("title"))
          .put("shown", Math.round(one.pulls))
          .put("mean", one.mean)
          .put("low", one.low)
          .put("high", one.high)
          .put("chance", shop.visitors().chance(one.item));
    }
  }

  private static Arm aged(Posteriors known, String item, Bandit bandit, long now) {
    Arm arm = known.arms().get(item, Arm.NONE);
    return arm.pulls() > 0 ? arm.aged(now, bandit.halfLife()) : arm;
  }

  private void regrets(ObjectNode json) throws IOException {
    List<Regret> all = shop.visitors().regrets();
    json.put("visits", all.size());
    ArrayNode points = json.putArray("regrets");
    int step = Math.max(1, all.size() / MOST_POINTS);
    for (int visit = step; visit <= all.size(); visit += step) {
      Regret regret = all.get(visit - 1);
      points
          .addObject()
          .put("visit", visit)
          .put("explored", regret.explored())
          .put("by_score", regret.byScore());
    }
  }

  /** Lets simulated newcomers in; answers as {@link #bandit} once they are gone. */
  JsonNode visit(String body) throws IOException {
    String count = Body.of(body, Set.of("count")).required("count");
    if (!count.matches("[1-9][0-9]{0,2}") || Integer.parseInt(count) > MOST_VISITORS) {
      throw new BadRequest(
          "'count' is '" + count + "', expected a whole number from 1 to " + MOST_VISITORS);
    }
    shop.visitors().come(Integer.parseInt(count));
    return bandit();
  }
}
