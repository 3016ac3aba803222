package dev.kindred.tools.evaluate;

import dev.kindred.tools.evaluate.metric.Bootstrap;
import dev.kindred.tools.evaluate.metric.Estimate;
import dev.kindred.tools.evaluate.metric.RatingMetric;
import dev.kindred.tools.evaluate.metric.RatingTally;
import dev.kindred.tools.evaluate.task.RatingQuery;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks a model for the held-out ratings of a task and measures its errors. The numbers depend
 * neither on the number of threads nor on the clock. Immutable and thread-safe.
 *
 * @param metrics what to measure, at least one
 * @param threads how many queries are asked at once
 * @param progress is told while answers come in
 */
public record RatingEvaluator(List<RatingMetric> metrics, int threads, Progress progress) {
  public RatingEvaluator {
    metrics = List.copyOf(metrics);
  }

  /**
   * @throws IllegalArgumentException when the task holds out no ratings, or the model predicts none
   */
  public Result evaluate(String model, Task task, Rater rater) throws IOException {
    if (task.ratings().isEmpty()) {
      throw new IllegalArgumentException(
          task.name()
              + " holds out no ratings to predict: its test events are plain feedback; leave "
              + metrics.getFirst().name()
              + " out, or give events of type rating");
    }
    long start = System.nanoTime();
    List<double[]> predicted =
        new Workers<RatingQuery, double[]>(task.ratings(), progress).run(threads, rater::rate);
    double seconds = (System.nanoTime() - start) / 1e9;
    Map<String, Estimate> estimates = new LinkedHashMap<>();
    for (RatingMetric metric : metrics) {
      RatingTally tally = metric.start();
      for (int i = 0; i < predicted.size(); i++) {
        tally.add(predicted.get(i), given(task.ratings().get(i)));
      }
      estimates.put(metric.name(), tally.estimate(Bootstrap.DEFAULT));
    }
    return new Result(model, estimates, predicted.size(), 0, seconds, Map.of());
  }

  private static double[] given(RatingQuery query) {
    return query.given().stream().mapToDouble(RatingQuery.Given::stars).toArray();
  }
}
