package dev.kindred.tools.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.arrange.bandit.Policy;
import dev.kindred.tools.simulate.bandit.BernoulliGame;
import dev.kindred.tools.simulate.bandit.Policies;
import dev.kindred.tools.simulate.bandit.Regret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/** Policies in a simulation, where what they lose is known. */
final class SimulationOptions {
  private static final int LEAST_STEPS = 100;

  @Option(
      names = "--arms",
      split = ",",
      paramLabel = "CHANCE",
      description =
          "With --policy: let the policies play against arms that pay 1 with these chances, such"
              + " as 0.1,0.05,0.05,0.01, and measure their regret; imed is a policy too.")
  private List<Double> arms = new ArrayList<>();

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "With --arms: how long they play. Default: ${DEFAULT-VALUE}.",
      defaultValue = "10000")
  private int steps;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "With --arms: how often. Default: ${DEFAULT-VALUE}.",
      defaultValue = "200")
  private int runs;

  boolean wanted() {
    return !arms.isEmpty();
  }

  int runs() {
    return runs;
  }

  /** Null when the options fit together, else what is wrong. */
  String problem() {
    if (arms.size() < 2 || arms.stream().anyMatch(chance -> !(chance >= 0 && chance <= 1))) {
      return "--arms are at least two chances in 0..1, got " + arms;
    }
    if (steps < LEAST_STEPS || steps % 2 != 0) {
      return "--steps must be even and at least " + LEAST_STEPS + ", was " + steps;
    }
    return runs < 2 ? "--runs must be at least 2, was " + runs : null;
  }

  BernoulliGame game() {
    return new BernoulliGame(arms);
  }

  /** What each policy lost, in the order given. */
  Map<String, Regret> play(List<String> policies, long seed) {
    Map<String, Policy> players = new LinkedHashMap<>();
    policies.forEach(policy -> players.put(policy, Policies.of(policy)));
    Map<String, Regret> regrets = new LinkedHashMap<>();
    players.forEach((name, policy) -> regrets.put(name, game().play(policy, steps, runs, seed)));
    return regrets;
  }

  static String text(Map<String, Regret> regrets) {
    StringBuilder text = new StringBuilder();
    line(text, "policy", "regret", "± se", "exponent");
    regrets.forEach(
        (name, regret) ->
            line(
                text,
                name,
                number(regret.last()),
                number(regret.lastError()),
                number(regret.exponent())));
    return text.append(
            "\n"
                + "* regret is what was lost against always showing the best arm, mean over runs\n"
                + "* the exponent is that of its growth in the last half: 1 for who never stops"
                + " losing\n")
        .toString();
  }

  private static void line(StringBuilder text, String... cells) {
    text.append(String.format(Locale.ROOT, "%-14s %10s %10s %10s%n", (Object[]) cells));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  static ObjectNode json(String policy, Regret regret) {
    ObjectNode json = Json.object();
    json.put("policy", policy)
        .put("regret", regret.last())
        .put("se", Json.orNull(regret.lastError()));
    json.put("exponent", regret.exponent());
    ArrayNode steps = json.putArray("steps");
    ArrayNode means = json.putArray("curve");
    for (int i = 0; i < regret.steps().length; i++) {
      steps.add(regret.steps()[i]);
      means.add(regret.means()[i]);
    }
    return json;
  }
}
