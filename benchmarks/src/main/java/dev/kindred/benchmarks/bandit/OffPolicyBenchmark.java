package dev.kindred.benchmarks.bandit;

import static dev.kindred.benchmarks.report.Page.number;

import dev.kindred.benchmarks.report.Page;
import dev.kindred.tools.evaluate.metric.Bootstrap;
import dev.kindred.tools.evaluate.policy.BanditLog;
import dev.kindred.tools.evaluate.policy.BanditLogReader;
import dev.kindred.tools.evaluate.policy.PolicyEstimate;
import dev.kindred.tools.evaluate.policy.PolicyEvaluator;
import dev.kindred.tools.evaluate.policy.Target;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Row 12: estimates on the Open Bandit logs beside those of independent code, which are stored with
 * the script that made them in this package's resources.
 *
 * @param data the folder of all data sets
 * @param seed of the bootstrap
 * @param lines is given one JSON object an estimate
 * @param log is told what is going on
 */
public record OffPolicyBenchmark(
    Path data, long seed, Consumer<String> lines, Consumer<String> log) {
  private static final double TOLERANCE = 1e-6;
  private static final List<String> POLICIES =
      List.of("uniform", "greedy", "epsilon:0.1", "thompson");
  private static final Map<String, Integer> CLICKS = clicks();

  private static Map<String, Integer> clicks() {
    Map<String, Integer> clicks = new LinkedHashMap<>();
    clicks.put("random/men", 46);
    clicks.put("random/women", 46);
    clicks.put("bts/men", 69);
    clicks.put("bts/women", 46);
    return clicks;
  }

  /** Value and standard error by log, policy and estimator. */
  private static Map<String, double[]> stored() throws IOException {
    Map<String, double[]> stored = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                OffPolicyBenchmark.class.getResourceAsStream("estimates.csv"),
                StandardCharsets.UTF_8))) {
      lines.lines().skip(1).map(line -> line.split(",", -1)).forEach(words -> put(stored, words));
    }
    return stored;
  }

  private static void put(Map<String, double[]> stored, String[] words) {
    String key = words[0] + "/" + words[1] + " " + words[2] + " " + words[3];
    stored.put(key, new double[] {Double.parseDouble(words[4]), Double.parseDouble(words[5])});
  }

  /** Adds the tables to the page. */
  public void run(Page page) throws IOException {
    Map<String, BanditLog> logs = new LinkedHashMap<>();
    page.table("log", "rounds", "clicks", "expected", "");
    for (Map.Entry<String, Integer> one : CLICKS.entrySet()) {
      Path file = data.resolve("open-bandit").resolve(one.getKey() + ".csv");
      BanditLog read = BanditLogReader.read(file, List.of());
      logs.put(one.getKey(), read);
      page.row(
          one.getKey(),
          number(read.rounds(), 0),
          number(read.total(), 0),
          one.getValue().toString(),
          Page.verdict(read.total() == one.getValue()));
    }
    page.paragraph(
        "Policies learn from the same campaign's other log. The largest difference from independent"
            + " code must be at most 1e-6, of values and of standard errors; Thompson's chances are"
            + " drawn, so nothing independent is stored of them. Intervals are at 95 %. Forty-six"
            + " clicks rank no policies: the intervals say so.");
    page.table(
        "log, policy", "estimator", "clicks in 1,000", "normal", "bootstrap", "difference", "");
    Map<String, double[]> stored = stored();
    for (String name : logs.keySet()) {
      log.accept("row 12: " + name);
      boolean random = name.startsWith("random/");
      String other = random ? name.replace("random/", "bts/") : name.replace("bts/", "random/");
      PolicyEvaluator evaluator = new PolicyEvaluator(logs.get(name), new Bootstrap(1000, seed));
      for (String policy : POLICIES) {
        Target target = Target.learn(policy, logs.get(other), logs.get(name).pageSize(), seed);
        for (PolicyEstimate estimate : evaluator.evaluate(target).estimates()) {
          row(page, name + " " + policy, estimate, stored);
        }
      }
    }
  }

  private void row(Page page, String label, PolicyEstimate estimate, Map<String, double[]> stored) {
    double[] expected = stored.get(label + " " + estimate.estimator());
    double difference =
        expected == null
            ? Double.NaN
            : Math.max(
                Math.abs(estimate.value() - expected[0]), Math.abs(estimate.se() - expected[1]));
    page.row(
        label,
        estimate.estimator(),
        number(1000 * estimate.value(), 3),
        interval(estimate.normal()),
        interval(estimate.bootstrap()),
        expected == null ? "–" : String.format(Locale.ROOT, "%.0e", difference),
        expected == null ? "" : Page.verdict(difference <= TOLERANCE));
    lines.accept(
        String.format(
            Locale.ROOT,
            "{\"row\":12,\"log\":\"%s\",\"estimator\":\"%s\",\"value\":%s,\"se\":%s,\"difference\":%s}",
            label,
            estimate.estimator(),
            json(estimate.value()),
            json(estimate.se()),
            json(difference)));
  }

  private static String json(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "null";
  }

  private static String interval(PolicyEstimate.Interval interval) {
    return number(1000 * interval.low(), 2) + " to " + number(1000 * interval.high(), 2);
  }
}
