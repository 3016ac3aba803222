package dev.kindred.tools.evaluate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.Profiles;
import dev.kindred.arrange.bandit.Lottery;
import dev.kindred.data.Event;
import dev.kindred.data.UserStore.Arrival;
import dev.kindred.impressions.ImpressionLog;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.tools.evaluate.metric.Bootstrap;
import dev.kindred.tools.evaluate.policy.PolicyEvaluator.PolicyResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A shop window of three places for six articles. Every visitor brings two signals an article; a
 * click is likelier where {@code a} is high and the place is high. The log was made by ε-greedy on
 * {@code b}, which is worth nothing. The two multiply, the reward model adds: dm cannot be exact.
 */
class PageEvaluatorTest {
  private static final int ARTICLES = 6;
  private static final int PLACES = 3;
  private static final double LOGGED_EPSILON = 0.5;
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  @TempDir private Path folder;
  private ImpressionLog log;
  private Profiles profiles;

  @BeforeEach
  void open() throws IOException {
    log = ImpressionLog.in(folder.resolve("impressions"));
    profiles =
        Profiles.parse(
            new ObjectMapper()
                .readTree(
                    """
                    {"profiles":{
                      "by_a":{"retrievers":[{"all":{}}],"signals":[{"name":"a","signal":{"text":{}}}]},
                      "by_b":{"retrievers":[{"all":{}}],"signals":[{"name":"b","signal":{"text":{}}}]},
                      "judged":{"retrievers":[{"all":{}}],"signals":[{"name":"a","signal":{"text":{}},
                               "normalizer":{"saturation":{"pivot":0.1}}}],
                               "combiner":{"linear":{"intercept":-5,"weights":[1]}}},
                      "gated":{"retrievers":[{"all":{}}],"signals":[{"name":"a","signal":{"text":{}},
                               "gate":{"feature":"history","pivot":5,"from":0,"to":1}}]},
                      "by_c":{"retrievers":[{"all":{}}],"signals":[{"name":"c","signal":{"text":{}}}]}}}\
                    """));
  }

  private static double chanceOfClick(Scored item, int place) {
    return (0.05 + 0.4 * item.signals().get("a")) / (1 + place);
  }

  private static List<Scored> visitor(SplittableRandom random) {
    List<Scored> articles = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      Map<String, Double> signals = Map.of("a", random.nextDouble(), "b", random.nextDouble());
      articles.add(new Scored("article" + i, 1, Map.of(), signals, 1, List.of(), null));
    }
    return articles;
  }

  private static Lottery.Page arranged(
      List<Scored> articles, String signal, double epsilon, long seed) {
    double[] values = articles.stream().mapToDouble(one -> one.signals().get(signal)).toArray();
    return Lottery.epsilon(values, epsilon, seed);
  }

  private void simulate(int pages, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < pages; i++) {
      List<Scored> articles = visitor(random);
      Lottery.Page page = arranged(articles, "b", LOGGED_EPSILON, random.nextLong());
      List<Scored> ordered = new ArrayList<>();
      for (int place = 0; place < ARTICLES; place++) {
        ordered.add(articles.get(page.order()[place]).shownBy(page.propensities()[place], 0));
      }
      Request request = Request.user("visitor" + i).now(NOW).profile("by_b");
      List<Scored> shown = ordered.subList(0, PLACES);
      List<Scored> rivals = ordered.subList(PLACES, ARTICLES);
      log.shown("r" + i, request, new Recommendations(shown, ARTICLES, Map.of(), rivals));
      List<Arrival> clicks = new ArrayList<>();
      for (int place = 0; place < PLACES; place++) {
        if (random.nextDouble() < chanceOfClick(shown.get(place), place)) {
          Event click = new Event("visitor" + i, shown.get(place).itemId(), "click", 1, NOW);
          clicks.add(new Arrival(click, null, "r" + i));
        }
      }
      log.followed(clicks);
    }
  }

  /** What the ranking earns an item shown, by showing it to 200,000 visitors. */
  private static double truth(String signal, double epsilon) {
    SplittableRandom random = new SplittableRandom(99);
    double sum = 0;
    int visitors = 200_000;
    for (int i = 0; i < visitors; i++) {
      List<Scored> articles = visitor(random);
      int[] order = arranged(articles, signal, epsilon, random.nextLong()).order();
      for (int place = 0; place < PLACES; place++) {
        sum += chanceOfClick(articles.get(order[place]), place);
      }
    }
    return sum / visitors / PLACES;
  }

  private PageLog read() throws IOException {
    return PageLog.read("simulated", log, null, (type, value) -> 1);
  }

  private PolicyResult evaluate(PageLog pages, String policy) {
    return new PageEvaluator(pages, new Bootstrap(300, 7))
        .evaluate(PageTarget.of(policy, pages, profiles, 7));
  }

  private static PolicyEstimate of(PolicyResult result, String estimator) {
    return result.estimates().stream()
        .filter(one -> one.estimator().equals(estimator))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void estimatesOfProfilesHoldTheTruthInTheirIntervals() throws IOException {
    simulate(12_000, 1);
    PageLog pages = read();
    assertThat(pages.size()).isEqualTo(12_000);
    Map<String, Double> truths =
        Map.of(
            "profile:by_a", truth("a", 0),
            "profile:by_a:0.2", truth("a", 0.2),
            "profile:by_b", truth("b", 0),
            "uniform", truth("b", 1));
    assertThat(truths.get("profile:by_a")).isGreaterThan(1.2 * truths.get("uniform"));
    truths.forEach(
        (policy, truth) -> {
          PolicyResult result = evaluate(pages, policy);
          for (String estimator : List.of("ipw", "snipw", "dm", "dr")) {
            PolicyEstimate estimate = of(result, estimator);
            double slack = 1.5 * estimate.se();
            assertThat(estimate.value()).isCloseTo(truth, within(0.03));
            if (!estimator.equals("dm")) {
              assertThat(truth)
                  .as("%s by %s: %s", policy, estimator, estimate)
                  .isBetween(estimate.normal().low() - slack, estimate.normal().high() + slack);
            }
          }
        });
  }

  @Test
  void intervalsHoldTheTruthAsOftenAsTheySay() throws IOException {
    double truth = truth("a", 0);
    int held = 0;
    int heldByDr = 0;
    int logs = 60;
    for (int i = 0; i < logs; i++) {
      log = ImpressionLog.in(folder.resolve("log" + i));
      simulate(250, 100 + i);
      PolicyResult result = evaluate(read(), "profile:by_a");
      PolicyEstimate snipw = of(result, "snipw");
      PolicyEstimate dr = of(result, "dr");
      held += snipw.normal().low() <= truth && truth <= snipw.normal().high() ? 1 : 0;
      heldByDr += dr.normal().low() <= truth && truth <= dr.normal().high() ? 1 : 0;
    }
    assertThat(held).as("of 60 intervals at 95 %%").isGreaterThanOrEqualTo(52);
    assertThat(heldByDr).isGreaterThanOrEqualTo(52);
  }

  @Test
  void replayIsRightWhereEverythingWasShownEquallyOften() throws IOException {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 6000; i++) {
      List<Scored> articles = new ArrayList<>();
      List<Scored> visitor = visitor(random);
      int[] order = Lottery.epsilon(new double[ARTICLES], 1, random.nextLong()).order();
      for (int one : order) {
        articles.add(visitor.get(one).shownBy(1.0 / ARTICLES, 0));
      }
      Request request = Request.user("v" + i).now(NOW);
      log.shown(
          "r" + i,
          request,
          new Recommendations(articles.subList(0, 1), 6, Map.of(), articles.subList(1, ARTICLES)));
      boolean clicked = random.nextDouble() < chanceOfClick(articles.getFirst(), 0);
      log.rewarded("r" + i, "v" + i, articles.getFirst().itemId(), clicked ? 1 : 0, NOW);
    }
    PolicyEstimate replay = of(evaluate(read(), "profile:by_a"), "replay");
    PolicyEstimate ipw = of(evaluate(read(), "profile:by_a"), "ipw");
    double truth = 0.05 + 0.4 * 6 / 7;
    assertThat(replay.value()).isCloseTo(truth, within(3 * replay.se()));
    assertThat(ipw.value()).isCloseTo(replay.value(), within(4 * replay.se()));
  }

  @Test
  void aNotedRewardStandsInPlaceOfEventsAndTheLastOneCounts() throws IOException {
    Scored shown = visitor(new SplittableRandom(1)).getFirst().shownBy(0.5, 0);
    Request request = Request.user("u").now(NOW);
    log.shown("r", request, new Recommendations(List.of(shown), 6, Map.of()));
    log.followed(
        List.of(
            new Arrival(new Event("u", "article0", "click", 1, NOW), null, "r"),
            new Arrival(new Event("u", "article0", "purchase", 1, NOW), null, "r"),
            new Arrival(new Event("u", "article1", "click", 1, NOW), null, "r")));
    PageLog.Worth worth = (type, value) -> type.equals("purchase") ? 5 : 1;
    assertThat(PageLog.read("x", log, null, worth).pages().getFirst().rewards()).containsExactly(5);
    log.rewarded("r", "u", "article0", 2, NOW);
    log.rewarded("r", "u", "article0", 0.25, NOW);
    assertThat(PageLog.read("x", log, null, worth).pages().getFirst().rewards())
        .containsExactly(0.25);
    assertThatThrownBy(() -> log.rewarded("r", "u", "article0", Double.NaN, NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(log.forget("u")).isEqualTo(6);
  }

  @Test
  void aLearnedCombinerRanksTheLogAsItServes() throws IOException {
    simulate(20, 3);
    PageLog pages = read();
    PageTarget judged = PageTarget.of("profile:judged", pages, profiles, 7);
    PageTarget byA = PageTarget.of("profile:by_a", pages, profiles, 7);
    for (ShownPage page : pages.pages()) {
      assertThat(judged.chances(page)).isDeepEqualTo(byA.chances(page));
    }
  }

  @Test
  void whatTheLogCannotTellIsSaid() throws IOException {
    Scored shown = visitor(new SplittableRandom(1)).getFirst();
    log.shown(
        "certain",
        Request.user("u").now(NOW).profile("home"),
        new Recommendations(List.of(shown), 6, Map.of()));
    assertThatThrownBy(this::read)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 were not")
        .hasMessageContaining("explore");
    simulate(10, 1);
    PageLog pages = read();
    assertThat(pages.certain()).isOne();
    assertThatThrownBy(() -> PageTarget.of("profile:by_c", pages, profiles, 1))
        .hasMessageContaining("signal 'c'")
        .hasMessageContaining("[a, b]");
    assertThatThrownBy(() -> PageTarget.of("profile:gated", pages, profiles, 1))
        .hasMessageContaining("without gates");
    assertThatThrownBy(() -> PageTarget.of("profile:nobody", pages, profiles, 1))
        .hasMessageContaining("by_a");
    assertThatThrownBy(() -> PageTarget.of("thomson", pages, profiles, 1))
        .hasMessageContaining("thompson");
    assertThatThrownBy(() -> PageTarget.of("thompson:0.3", pages, profiles, 1))
        .hasMessageContaining("thompson takes no number");
    assertThatThrownBy(() -> PageLog.read("x", log, "elsewhere", (type, value) -> 1))
        .hasMessageContaining("by chance");
  }

  @Test
  void whatStandsBelowThePoolDidNotCompete() throws IOException {
    List<Scored> articles = visitor(new SplittableRandom(1));
    List<Scored> page = new ArrayList<>();
    for (int place = 0; place < ARTICLES; place++) {
      page.add(articles.get(place).shownBy(place < 4 ? 0.4 : 1, 0));
    }
    log.shown("r", Request.user("u").now(NOW), new Recommendations(page, 6, Map.of()));
    assertThat(read().pages().getFirst().candidates())
        .containsExactly("article0", "article1", "article2", "article3");
  }

  @Test
  void chancesOfEveryPolicyAreChances() throws IOException {
    simulate(60, 3);
    PageLog pages = read();
    for (String policy :
        List.of("uniform", "greedy", "epsilon:0.3", "thompson", "klucb", "ucb1", "profile:by_a")) {
      PageTarget target = PageTarget.of(policy, pages, profiles, 5);
      for (ShownPage page : pages.pages()) {
        for (double[] place : target.chances(page)) {
          assertThat(java.util.Arrays.stream(place).sum()).as(policy).isCloseTo(1, within(1e-9));
          assertThat(java.util.Arrays.stream(place).boxed()).allMatch(chance -> chance >= 0);
        }
      }
    }
  }
}
