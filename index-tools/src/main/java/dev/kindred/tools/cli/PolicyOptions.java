package dev.kindred.tools.cli;

import dev.kindred.tools.evaluate.metric.Bootstrap;
import dev.kindred.tools.evaluate.policy.BanditLog;
import dev.kindred.tools.evaluate.policy.BanditLogReader;
import dev.kindred.tools.evaluate.policy.PolicyEvaluator;
import dev.kindred.tools.evaluate.policy.PolicyEvaluator.PolicyResult;
import dev.kindred.tools.evaluate.policy.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** Policies to be evaluated on the log of another. */
final class PolicyOptions {
  @Option(
      names = "--policy",
      split = ",",
      paramLabel = "POLICY",
      description =
          "Evaluate policies on --log instead of models: uniform, greedy, epsilon:0.1, thompson,"
              + " klucb or ucb1, separated by commas.")
  private List<String> policies = new ArrayList<>();

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description =
          "With --policy: what was shown, by which chance, and what came of it; CSV with item,"
              + " position, reward and propensity, or a file of the Open Bandit Dataset.")
  private Path log;

  @Option(
      names = "--learn",
      paramLabel = "FILE",
      description =
          "With --policy: another such log, to learn from. Default: the first half of --log, and the"
              + " second is evaluated on.")
  private Path learn;

  boolean wanted() {
    return !policies.isEmpty() || log != null || learn != null;
  }

  /** Null when the options fit together, else what is wrong. */
  String problem() {
    return policies.isEmpty() || log == null ? "--policy and --log belong together" : null;
  }

  List<PolicyResult> evaluate(long seed) throws IOException {
    BanditLog evaluated = BanditLogReader.read(log, List.of());
    BanditLog learned;
    if (learn == null) {
      int half = evaluated.rounds() / 2;
      learned = evaluated.slice(0, half);
      evaluated = evaluated.slice(half, evaluated.rounds());
    } else {
      Set<String> arms = new TreeSet<>(evaluated.arms());
      learned = BanditLogReader.read(learn, arms);
      evaluated = BanditLogReader.read(log, learned.arms());
    }
    PolicyEvaluator evaluator = new PolicyEvaluator(evaluated, new Bootstrap(1000, seed));
    List<PolicyResult> results = new ArrayList<>();
    for (String policy : policies) {
      results.add(evaluator.evaluate(Target.learn(policy, learned, evaluated.pageSize(), seed)));
    }
    return results;
  }
}
