package dev.kindred.benchmarks.peers;

import dev.kindred.Recommender;
import dev.kindred.benchmarks.peers.child.Pairs;
import dev.kindred.data.Interactions;
import dev.kindred.tools.evaluate.RatingEvaluator;
import dev.kindred.tools.evaluate.Result;
import dev.kindred.tools.evaluate.ServingRater;
import dev.kindred.tools.evaluate.metric.RatingMetrics;
import dev.kindred.tools.evaluate.task.RatingQuery;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Predicts ratings of 1 to 5 stars. A prediction beyond the scale counts as its end; where a model
 * has none, the mean of the user's ratings stands.
 */
record StarsExam() implements Exam {
  private static final RatingEvaluator EVALUATOR =
      new RatingEvaluator(RatingMetrics.parse("rmse,mae").ratings(), 1, (done, total) -> {});

  @Override
  public List<String> metrics() {
    return List.of("rmse", "mae");
  }

  @Override
  public Pairs asked(Task task) {
    Ordinals ordinals = new Ordinals(task.train());
    task.ratings().forEach(query -> ordinals.add(query.userId(), query.itemIds()));
    return ordinals.pairs();
  }

  @Override
  public Result grade(Task task, double[] scores) throws IOException {
    Map<String, double[]> byUser = new HashMap<>();
    int next = 0;
    for (RatingQuery query : task.ratings()) {
      double mean = mean(task.train(), query.userId());
      double[] stars = new double[query.given().size()];
      for (int i = 0; i < stars.length; i++) {
        double score = scores[next++];
        stars[i] = Double.isNaN(score) ? mean : Math.clamp(score, 1, 5);
      }
      byUser.put(query.userId(), stars);
    }
    return EVALUATOR.evaluate("peer", task, query -> byUser.get(query.userId()));
  }

  private static double mean(Interactions log, String userId) {
    int user = log.users().ordinal(userId);
    double sum = 0;
    for (int p = log.from(user); p < log.to(user); p++) {
      sum += log.value(p);
    }
    return sum / (log.to(user) - log.from(user));
  }

  @Override
  public Result grade(Task task, Recommender recommender, String profile) throws IOException {
    return EVALUATOR.evaluate("ours", task, new ServingRater(recommender, profile));
  }
}
