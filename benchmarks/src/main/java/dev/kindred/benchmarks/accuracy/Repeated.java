package dev.kindred.benchmarks.accuracy;

import dev.kindred.tools.evaluate.Result;
import dev.kindred.tools.evaluate.metric.Bootstrap;
import dev.kindred.tools.evaluate.metric.Estimate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * One model trained with several seeds. Immutable.
 *
 * @param mean values, errors over users and seconds as means over seeds
 * @param errors the standard error of each mean over seeds; NaN for one seed
 * @param seeds how many
 */
record Repeated(Result mean, Map<String, Double> errors, int seeds) {

  static Repeated of(List<Result> results) {
    Result first = results.getFirst();
    Map<String, Estimate> means = new LinkedHashMap<>();
    Map<String, Double> errors = new HashMap<>();
    for (String metric : first.metrics().keySet()) {
      double[] values =
          results.stream().mapToDouble(r -> r.metrics().get(metric).value()).toArray();
      means.put(
          metric,
          new Estimate(
              mean(results, r -> r.metrics().get(metric).value()),
              mean(results, r -> r.metrics().get(metric).se())));
      errors.put(metric, Bootstrap.deviation(values) / Math.sqrt(values.length));
    }
    return new Repeated(
        new Result(
            first.model(),
            means,
            first.users(),
            mean(results, Result::secondsTrain),
            mean(results, Result::secondsEvaluate),
            first.params()),
        errors,
        results.size());
  }

  private static double mean(List<Result> results, ToDoubleFunction<Result> value) {
    return results.stream().mapToDouble(value).sum() / results.size();
  }
}
