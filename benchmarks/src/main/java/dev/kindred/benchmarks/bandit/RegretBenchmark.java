package dev.kindred.benchmarks.bandit;

import static dev.kindred.benchmarks.report.Page.number;

import dev.kindred.arrange.bandit.Ucb1;
import dev.kindred.benchmarks.report.Page;
import dev.kindred.tools.chart.LineChart;
import dev.kindred.tools.chart.Series;
import dev.kindred.tools.simulate.bandit.LinearGame;
import dev.kindred.tools.simulate.bandit.LinearGame.Players;
import dev.kindred.tools.simulate.bandit.Regret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Row 11: plays the simulations.
 *
 * @param seed of the worlds and the policies
 * @param lines is given one JSON object a policy, as soon as it has played
 * @param log is told what is going on
 */
public record RegretBenchmark(long seed, Consumer<String> lines, Consumer<String> log) {
  private static final LinearGame LINEAR = new LinearGame(20, 10, 0.5);
  private static final int LINEAR_RUNS = 40;

  /** Adds tables to the page; returns charts by name. */
  public Map<String, String> run(Page page) {
    Map<String, String> charts = new LinkedHashMap<>();
    for (Problem problem : Problem.ALL) {
      charts.put("bandits-" + problem.name().toLowerCase(Locale.ROOT), bernoulli(problem, page));
    }
    charts.put("bandits-linear", linear(page));
    return charts;
  }

  private String bernoulli(Problem problem, Page page) {
    page.paragraph(
        String.format(
            Locale.ROOT,
            "**%s**: arms %s, %,d steps, %d runs; mean regret at the end. Thompson's reference has"
                + " an error of its own; where none is known, ours is taken twice. \"Sharpened\""
                + " draws from posteriors of 1.25 times the counts: it explores less than Thompson"
                + " sampling and has no guarantee. Goal of the best policy: at most %s.",
            problem.name(),
            problem.game().means(),
            Problem.HORIZON,
            Problem.RUNS,
            number(problem.goal(), 1)));
    page.table("policy", "reference", "ours", "se", "within 2 se", "exponent");
    Map<String, Regret> regrets = new LinkedHashMap<>();
    for (Contender one : problem.contenders()) {
      log.accept("row 11: " + problem.name() + ": " + one.name());
      Regret regret = problem.game().play(one.policy(), Problem.HORIZON, Problem.RUNS, seed);
      regrets.put(one.name(), regret);
      line(problem.name(), one.name(), regret);
      boolean known = !Double.isNaN(one.reference());
      page.row(
          one.name(),
          number(one.reference(), 1) + (Double.isNaN(one.error()) ? "" : " ± " + one.error()),
          number(regret.last(), 1),
          number(regret.lastError(), 2),
          known ? Page.verdict(one.reproduced(regret.last(), regret.lastError())) : "–",
          number(regret.exponent(), 2));
    }
    String best =
        regrets.keySet().stream()
            .min((a, b) -> Double.compare(regrets.get(a).last(), regrets.get(b).last()))
            .orElseThrow();
    double value = regrets.get(best).last();
    page.paragraph(
        "Best: "
            + best
            + ", "
            + number(value, 1)
            + ", "
            + Page.verdict(value <= problem.goal())
            + ".");
    regrets.remove("UCB1");
    regrets.remove("ε-greedy, ε = 0.1");
    return chart("Regret on " + problem.name(), regrets);
  }

  private void line(String game, String policy, Regret regret) {
    lines.accept(
        String.format(
            Locale.ROOT,
            "{\"row\":11,\"game\":\"%s\",\"policy\":\"%s\",\"regret\":%.3f,\"se\":%.3f,\"exponent\":%.3f}",
            game,
            policy,
            regret.last(),
            regret.lastError(),
            regret.exponent()));
  }

  private String linear(Page page) {
    page.paragraph(
        String.format(
            Locale.ROOT,
            "**Linear**: %d arms with features of %d dimensions that a context moves, clicks with"
                + " chance ½ + ½·θ·x, %,d steps, %d runs, another θ in each. The exponent is that of"
                + " the regret's growth in the last half: 1 is linear.",
            LINEAR.arms(),
            LINEAR.dimension(),
            Problem.HORIZON,
            LINEAR_RUNS));
    page.table("policy", "regret", "se", "exponent");
    Map<String, Players> players = new LinkedHashMap<>();
    players.put("LinUCB, α = 1", LinearGame.linUcb(1));
    players.put("linear Thompson, 0.5", LinearGame.linThompson(0.5));
    players.put("ε-greedy regression, 0.1", LinearGame.epsilonGreedy(0.1));
    players.put("UCB1 by arm", LinearGame.counting(new Ucb1(2)));
    Map<String, Regret> regrets = new LinkedHashMap<>();
    players.forEach(
        (name, made) -> {
          log.accept("row 11: linear: " + name);
          Regret regret = LINEAR.play(made, Problem.HORIZON, LINEAR_RUNS, seed);
          regrets.put(name, regret);
          line("linear", name, regret);
          page.row(
              name,
              number(regret.last(), 1),
              number(regret.lastError(), 1),
              number(regret.exponent(), 2));
        });
    List<Regret> all = List.copyOf(regrets.values());
    boolean below = all.get(0).last() < Math.min(all.get(2).last(), all.get(3).last());
    page.paragraph(
        "LinUCB's regret grows slower than linearly (exponent below 0.9): "
            + Page.verdict(all.get(0).exponent() < 0.9)
            + "; it is below ε-greedy's and below UCB1's: "
            + Page.verdict(below)
            + ".");
    return chart("Regret in the linear simulation", regrets);
  }

  private static String chart(String title, Map<String, Regret> regrets) {
    List<Series> series = new ArrayList<>();
    regrets.forEach(
        (name, regret) ->
            series.add(
                new Series(
                    name,
                    Arrays.stream(regret.steps()).asDoubleStream().toArray(),
                    regret.means(),
                    Arrays.stream(regret.errors()).map(error -> 2 * error).toArray())));
    return new LineChart(title, "steps", "regret, ± 2 standard errors", series).svg();
  }
}
