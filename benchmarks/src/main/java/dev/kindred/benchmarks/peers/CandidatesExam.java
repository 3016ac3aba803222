package dev.kindred.benchmarks.peers;

import dev.kindred.Recommender;
import dev.kindred.benchmarks.peers.child.Pairs;
import dev.kindred.tools.evaluate.Answerer;
import dev.kindred.tools.evaluate.Evaluator;
import dev.kindred.tools.evaluate.Result;
import dev.kindred.tools.evaluate.ServingAnswerer;
import dev.kindred.tools.evaluate.metric.Metrics;
import dev.kindred.tools.evaluate.task.Query;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ranks the candidates of each query. What a model has no score for comes last. */
record CandidatesExam() implements Exam {
  private static final Evaluator EVALUATOR = new Evaluator(Metrics.parse("hr@10,ndcg@10"));

  @Override
  public List<String> metrics() {
    return List.of("hr@10", "ndcg@10");
  }

  @Override
  public Pairs asked(Task task) {
    Ordinals ordinals = new Ordinals(task.train());
    task.queries().forEach(query -> ordinals.add(query.userId(), query.candidates()));
    return ordinals.pairs();
  }

  @Override
  public Result grade(Task task, double[] scores) throws IOException {
    Map<String, Map<String, Double>> byUser = new HashMap<>();
    int next = 0;
    for (Query query : task.queries()) {
      Map<String, Double> byItem = new HashMap<>();
      for (String item : query.candidates()) {
        double score = scores[next++];
        byItem.put(item, Double.isNaN(score) ? Double.NEGATIVE_INFINITY : score);
      }
      byUser.put(query.userId(), byItem);
    }
    return EVALUATOR.evaluate(
        "peer",
        task,
        Answerer.scoring(task, (query, item) -> byUser.get(query.userId()).get(item)));
  }

  @Override
  public Result grade(Task task, Recommender recommender, String profile) throws IOException {
    return EVALUATOR.evaluate("ours", task, new ServingAnswerer(recommender, profile, task));
  }
}
