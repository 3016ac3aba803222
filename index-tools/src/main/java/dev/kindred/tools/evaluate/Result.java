package dev.kindred.tools.evaluate;

import dev.kindred.tools.evaluate.metric.Estimate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How one model did. Immutable.
 *
 * @param model the name in reports
 * @param metrics by name, in the order they were asked for
 * @param users how many were asked for
 * @param secondsTrain the training took; 0 when nothing was trained
 * @param secondsEvaluate the answers took
 * @param params the model's parameters, for the record
 */
public record Result(
    String model,
    Map<String, Estimate> metrics,
    int users,
    double secondsTrain,
    double secondsEvaluate,
    Map<String, Object> params) {
  public Result {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }

  /** This result with what is known of the training. */
  public Result trained(double seconds, Map<String, Object> parameters) {
    return new Result(model, metrics, users, seconds, secondsEvaluate, parameters);
  }

  /** Figures of both results, which are of one model, in the order of these names. */
  public static Result joined(Result one, Result other, List<String> names) {
    Map<String, Estimate> all = new LinkedHashMap<>(one.metrics);
    all.putAll(other.metrics);
    Map<String, Estimate> ordered = new LinkedHashMap<>();
    names.forEach(name -> ordered.put(name, all.get(name)));
    return new Result(
        one.model,
        ordered,
        Math.max(one.users, other.users),
        one.secondsTrain,
        one.secondsEvaluate + other.secondsEvaluate,
        one.params);
  }

  /**
   * The mean over folds, with users and seconds added up. Its standard error takes the folds for
   * independent.
   */
  public static Result average(List<Result> folds) {
    Result first = folds.getFirst();
    Map<String, Estimate> means = new LinkedHashMap<>();
    for (String metric : first.metrics.keySet()) {
      double sum = 0;
      double variance = 0;
      for (Result fold : folds) {
        Estimate estimate = fold.metrics.get(metric);
        sum += estimate.value();
        variance += estimate.se() * estimate.se();
      }
      means.put(metric, new Estimate(sum / folds.size(), Math.sqrt(variance) / folds.size()));
    }
    return new Result(
        first.model,
        means,
        folds.stream().mapToInt(Result::users).sum(),
        folds.stream().mapToDouble(Result::secondsTrain).sum(),
        folds.stream().mapToDouble(Result::secondsEvaluate).sum(),
        first.params);
  }
}
