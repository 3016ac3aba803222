package dev.kindred.tools.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.tools.evaluate.policy.PolicyEstimate;
import dev.kindred.tools.evaluate.policy.PolicyEvaluator.PolicyResult;
import dev.kindred.tools.report.PolicyPage;
import java.util.List;
import java.util.Locale;

/** Estimates of policies, for people and for machines. */
final class PolicyReport {
  private PolicyReport() {}

  static String text(List<PolicyResult> results) {
    StringBuilder text = new StringBuilder();
    line(text, "policy", "estimator", "reward", "± se", "95 % normal", "95 % bootstrap");
    for (PolicyResult result : results) {
      for (PolicyEstimate estimate : result.estimates()) {
        line(
            text,
            result.policy(),
            estimate.estimator(),
            number(estimate.value()),
            number(estimate.se()),
            interval(estimate.normal()),
            interval(estimate.bootstrap()));
      }
    }
    for (PolicyResult result : results) {
      text.append(
          String.format(
              Locale.ROOT,
              "%n* %s: %,d rounds say as much as %,.0f of its own would; one counts up to %,.1f"
                  + " times",
              result.policy(),
              result.rounds(),
              result.effective(),
              result.largestWeight()));
    }
    PolicyPage.NOTES.forEach(note -> text.append("\n* ").append(note));
    text.append('\n');
    return text.toString();
  }

  private static void line(StringBuilder text, String... cells) {
    String line = String.format(Locale.ROOT, "%-14s %-10s %10s %10s %22s %22s", (Object[]) cells);
    text.append(line).append('\n');
  }

  private static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.6f", value) : "-";
  }

  private static String interval(PolicyEstimate.Interval interval) {
    return number(interval.low()) + " to " + number(interval.high());
  }

  static ObjectNode json(PolicyResult result) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("policy", result.policy()).put("log", result.log()).put("rounds", result.rounds());
    ObjectNode estimates = json.putObject("estimates");
    for (PolicyEstimate estimate : result.estimates()) {
      ObjectNode one = estimates.putObject(estimate.estimator());
      one.put("value", Json.orNull(estimate.value())).put("se", Json.orNull(estimate.se()));
      interval(one, "normal", estimate.normal());
      interval(one, "bootstrap", estimate.bootstrap());
    }
    return json.put("effective_rounds", result.effective())
        .put("largest_weight", result.largestWeight());
  }

  private static void interval(ObjectNode into, String name, PolicyEstimate.Interval interval) {
    into.putArray(name).add(Json.orNull(interval.low())).add(Json.orNull(interval.high()));
  }
}
