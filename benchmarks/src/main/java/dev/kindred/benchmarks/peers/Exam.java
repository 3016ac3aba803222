package dev.kindred.benchmarks.peers;

import dev.kindred.Recommender;
import dev.kindred.benchmarks.peers.child.Pairs;
import dev.kindred.tools.evaluate.Result;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.util.List;

/** What trained models are asked, and how answers are graded: by the same evaluator for all. */
interface Exam {
  /** By name, in the order of the page. */
  List<String> metrics();

  /** Every pair that a question of the task is about, question by question. */
  Pairs asked(Task task);

  /** Grades scores of those pairs. */
  Result grade(Task task, double[] scores) throws IOException;

  /** Grades one of our models through the serving path. */
  Result grade(Task task, Recommender recommender, String profile) throws IOException;
}
