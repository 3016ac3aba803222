package dev.kindred.tools.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.tools.evaluate.metric.RatingMetrics;
import dev.kindred.tools.evaluate.task.Published;
import dev.kindred.tools.evaluate.task.RatingQuery;
import dev.kindred.tools.evaluate.task.Seen;
import dev.kindred.tools.evaluate.task.Split;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RatingEvaluatorTest {
  private static Interactions log() {
    InteractionsBuilder ratings = new InteractionsBuilder(true, Repeats.ALL);
    for (int user = 0; user < 10; user++) {
      for (int item = 0; item < 10; item++) {
        ratings.add("u" + user, "i" + item, 1 + (user + item) % 5, 100L * user + item);
      }
    }
    return ratings.build();
  }

  private static Result evaluate(Task task, Rater rater, int threads) throws IOException {
    return new RatingEvaluator(RatingMetrics.parse("rmse,mae").ratings(), threads, Progress.NONE)
        .evaluate("x", task, rater);
  }

  private static double[] threes(RatingQuery query) {
    return query.given().stream().mapToDouble(given -> 3).toArray();
  }

  @Test
  void everyHeldOutRatingCounts() throws IOException {
    for (Task fold : Split.parse("folds:5", 1).tasks(log(), Seen.FILTERED)) {
      double squares = 0;
      int count = 0;
      for (RatingQuery query : fold.ratings()) {
        for (RatingQuery.Given given : query.given()) {
          squares += Math.pow(given.stars() - 3, 2);
          count++;
        }
      }
      assertThat(count).isEqualTo(20);
      Result result = evaluate(fold, RatingEvaluatorTest::threes, 1);
      assertThat(result.metrics().get("rmse").value())
          .isCloseTo(Math.sqrt(squares / count), within(1e-12));
    }
  }

  @Test
  void anItemRatedAgainAndAStrangerAreAskedFor() {
    Interactions train =
        new InteractionsBuilder(true, Repeats.ALL).add("u", "a", 3, 1).add("u", "b", 3, 2).build();
    Task task =
        new Published("p", train, Map.of("u", List.of("a", "c"), "new", List.of("z")))
            .ratings(Map.of("u", Map.of("a", 4.0), "new", Map.of("z", 1.0)))
            .task();
    assertThat(task.ratings()).hasSize(2);
    assertThat(task.ratings())
        .anySatisfy(
            query -> {
              assertThat(query.userId()).isEqualTo("new");
              assertThat(query.history()).isEmpty();
              assertThat(query.itemIds()).containsExactly("z");
            })
        .anySatisfy(
            query -> assertThat(query.given()).containsExactly(new RatingQuery.Given("a", 4)));
    Report report = Report.of(task, List.of(new Result("x", Map.of(), 2, 0, 0, Map.of())));
    assertThat(report.notes()).noneMatch(note -> note.contains("rmse"));
  }

  @Test
  void theReportSaysWhatAveragesAnswered() throws IOException {
    Interactions train = new InteractionsBuilder(true, Repeats.ALL).add("u", "a", 3, 1).build();
    Task task =
        new Published("p", train, Map.of("u", List.of("c"), "new", List.of("a")))
            .ratings(Map.of("u", Map.of("c", 4.0), "new", Map.of("a", 1.0)))
            .task();
    Result result = evaluate(task, RatingEvaluatorTest::threes, 1);
    assertThat(Report.of(task, List.of(result)).notes())
        .contains(
            "rmse and mae are over all 2 held-out ratings; 1 of users and 1 of items without"
                + " training ratings are answered by averages");
  }

  @Test
  void threadsChangeNothing() throws IOException {
    Task task = Split.parse("random:0.8", 1).tasks(log(), Seen.FILTERED).getFirst();
    assertThat(evaluate(task, RatingEvaluatorTest::threes, 3).metrics())
        .isEqualTo(evaluate(task, RatingEvaluatorTest::threes, 1).metrics());
  }

  @Test
  void plainFeedbackHasNoRatings() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> evaluate(Tasks.small(), RatingEvaluatorTest::threes, 1))
        .withMessageContaining("holds out no ratings to predict");
  }
}
