package dev.kindred.tools.cli;

import dev.kindred.Recommender;
import dev.kindred.impressions.ImpressionLog;
import dev.kindred.tools.evaluate.metric.Bootstrap;
import dev.kindred.tools.evaluate.policy.BanditLog;
import dev.kindred.tools.evaluate.policy.BanditLogReader;
import dev.kindred.tools.evaluate.policy.PageEvaluator;
import dev.kindred.tools.evaluate.policy.PageLog;
import dev.kindred.tools.evaluate.policy.PageTarget;
import dev.kindred.tools.evaluate.policy.PolicyEvaluator;
import dev.kindred.tools.evaluate.policy.PolicyEvaluator.PolicyResult;
import dev.kindred.tools.evaluate.policy.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** Policies to be evaluated on the log of another. */
final class PolicyOptions {
  @Option(
      names = "--policy",
      split = ",",
      paramLabel = "POLICY",
      description =
          "Evaluate policies on --log, or on the impressions of --index, instead of models:"
              + " uniform, greedy, epsilon:0.1, thompson, klucb or ucb1, separated by commas; on"
              + " impressions also profile:NAME, and profile:NAME:0.1 with that chance of any"
              + " item.")
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
          "With --policy: another such log, to learn from. Default: the first half of --log, and"
              + " the second is evaluated on.")
  private Path learn;

  @Option(
      names = "--rewards",
      split = ",",
      paramLabel = "TYPE=VALUE",
      description =
          "With --policy on impressions: what an event that follows an item is worth, by type;"
              + " others nothing. Default: every event 1.")
  Map<String, Double> rewards = new LinkedHashMap<>();

  @Option(
      names = "--logged",
      paramLabel = "PROFILE",
      description = "With --policy on impressions: only pages of this profile. Default: all.")
  private String logged;

  boolean wanted() {
    return !policies.isEmpty() || logged() || narrowed();
  }

  /** Whether it is said which impressions count, and what for. */
  private boolean narrowed() {
    return !rewards.isEmpty() || logged != null;
  }

  /** Whether a log is named. */
  boolean logged() {
    return log != null || learn != null;
  }

  /** As they were given. */
  List<String> names() {
    return policies;
  }

  /** Null when the options fit together, else what is wrong. */
  String problem(Path index) {
    if (policies.isEmpty()) {
      return "--log, --learn, --rewards, --logged and --policy belong together";
    }
    if (log == null && index == null) {
      return "--policy and --log FILE belong together, or --policy and --index DIR, for the"
          + " impressions of an index, or --policy and --arms, for a simulation";
    }
    if (log != null && index != null) {
      return "--policy is evaluated on --log or on the impressions of --index, not on both";
    }
    if (log != null && narrowed()) {
      return "--rewards and --logged are of the impressions of --index; --log has its own rewards";
    }
    return log == null && learn != null ? "--learn goes with --log" : null;
  }

  /** On what an index has shown. */
  List<PolicyResult> evaluate(Recommender recommender, Path index, long seed, Consumer<String> note)
      throws IOException {
    PageLog pages =
        PageLog.read(
            index.resolve("live/impressions").toString(),
            ImpressionLog.of(index),
            logged,
            (type, value) -> rewards.isEmpty() ? 1 : rewards.getOrDefault(type, 0.0));
    if (pages.certain() > 0) {
      note.accept(
          pages.certain()
              + " pages in which nothing was by chance say nothing of other rankings and are left"
              + " out");
    }
    boolean learning = policies.stream().anyMatch(PageTarget::learns);
    int half = learning ? pages.size() / 2 : 0;
    PageLog learned = learning ? pages.slice(0, half) : pages;
    PageEvaluator evaluator =
        new PageEvaluator(pages.slice(half, pages.size()), new Bootstrap(1000, seed));
    List<PolicyResult> results = new ArrayList<>();
    for (String policy : policies) {
      results.add(evaluator.evaluate(PageTarget.of(policy, learned, recommender.profiles(), seed)));
    }
    return results;
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
