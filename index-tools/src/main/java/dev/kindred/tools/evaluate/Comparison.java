package dev.kindred.tools.evaluate;

import dev.kindred.tools.evaluate.metric.Bootstrap;
import dev.kindred.tools.evaluate.metric.Tally;
import java.util.Arrays;
import java.util.Locale;

/**
 * Two models measured on the same users, by the paired bootstrap (Efron and Tibshirani, 1993):
 * users are drawn with replacement, and both models are measured on every draw. Immutable.
 *
 * @param metric what was measured
 * @param model the one in question
 * @param baseline the one it is compared with
 * @param difference the model's value minus the baseline's
 * @param se the standard error of the difference
 * @param low the 2.5 % quantile of the resampled differences
 * @param high the 97.5 % quantile
 * @param p two-sided: how often a difference this large arises when there is none
 */
public record Comparison(
    String metric,
    String model,
    String baseline,
    double difference,
    double se,
    double low,
    double high,
    double p) {

  static Comparison of(
      String metric,
      String model,
      Tally ofModel,
      String baseline,
      Tally ofBaseline,
      Bootstrap bootstrap) {
    double difference = ofModel.value() - ofBaseline.value();
    double[] drawn =
        bootstrap.values(
            ofModel.users(), sample -> ofModel.value(sample) - ofBaseline.value(sample));
    double se = Bootstrap.deviation(drawn);
    long asFar =
        Arrays.stream(drawn).filter(d -> Math.abs(d - difference) >= Math.abs(difference)).count();
    Arrays.sort(drawn);
    return new Comparison(
        metric,
        model,
        baseline,
        difference,
        se,
        drawn[(int) (0.025 * (drawn.length - 1))],
        drawn[(int) Math.ceil(0.975 * (drawn.length - 1))],
        (1.0 + asFar) / (1.0 + drawn.length));
  }

  /** True when the difference is smaller than two of its standard errors. */
  public boolean tie() {
    return difference == 0 || Math.abs(difference) < 2 * se;
  }

  /** One sentence, such as {@code als is above popularity by 0.0120 ndcg@10 (95 % …)}. */
  @Override
  public String toString() {
    String verdict = tie() ? "ties with" : difference > 0 ? "is above" : "is below";
    return String.format(
        Locale.ROOT,
        "%s %s %s: %s %+.4f ± %.4f, 95 %% interval %+.4f to %+.4f, p %s %.3f",
        model,
        verdict,
        baseline,
        metric,
        difference,
        se,
        low,
        high,
        p < 0.001 ? "<" : "=",
        Math.max(p, 0.001));
  }
}
