package dev.kindred.tools.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.tools.evaluate.policy.PolicyEstimate;
import dev.kindred.tools.evaluate.policy.PolicyEstimate.Interval;
import dev.kindred.tools.evaluate.policy.PolicyEvaluator.PolicyResult;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyPageTest {
  private static final Instant WHEN = Instant.parse("2026-11-26T03:00:00Z");

  private static PolicyEstimate estimate(String name, double value, double se) {
    return new PolicyEstimate(
        name,
        value,
        se,
        new Interval(value - 1.96 * se, value + 1.96 * se),
        new Interval(value - 2.5 * se, value + 3 * se));
  }

  private static PolicyResult result(String policy, double value) {
    List<PolicyEstimate> estimates =
        List.of(
            estimate("ipw", value, 0.01),
            estimate("dr", value + 0.02, 0.005),
            estimate("replay", Double.NaN, Double.NaN));
    return new PolicyResult(policy, "shop.csv", 12_345, estimates, 678.4, 9.04);
  }

  private static String html(String... policies) {
    List<PolicyResult> results =
        Arrays.stream(policies).map(policy -> result(policy, 0.25)).toList();
    return new PolicyPage(results, "kindred evaluate --policy x", WHEN).html();
  }

  @Test
  void isOneFileThatNeedsNothingElse() {
    Pages.requireWhole(html("thompson", "epsilon:0.1"));
    assertThat(html("thompson")).isEqualTo(html("thompson"));
  }

  @Test
  void hasEveryEstimateWithBothIntervals() throws Exception {
    String text = Pages.text(html("thompson", "epsilon:0.1"));
    assertThat(text)
        .contains("thompson", "epsilon:0.1", "ipw", "dr", "replay")
        .contains("0.250000", "0.230400 to 0.269600", "0.225000 to 0.280000")
        .contains("0.270000", "12,345", "678", "9.0")
        .contains("shop.csv", "kindred evaluate --policy x", "2026-11-26T03:00:00Z");
    PolicyPage.NOTES.forEach(note -> assertThat(text).contains(note));
  }

  @Test
  void drawsTheEstimatorsOfWhichTheLogSaysSomething() throws Exception {
    String html = html("thompson", "uniform");
    assertThat(Pages.parse(html).getElementsByTagName("svg").getLength()).isEqualTo(2);
    assertThat(html.split("<circle", -1)).as("a dot a policy and estimator").hasSize(5);
  }

  @Test
  void namesAreText() throws Exception {
    assertThat(Pages.text(html("<b>bold</b>"))).contains("<b>bold</b>");
  }
}
