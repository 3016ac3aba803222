package dev.kindred.tools.evaluate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.internal.registry.Polymorphic;
import dev.kindred.tools.evaluate.metric.Estimate;
import dev.kindred.tools.evaluate.task.RatingQuery;
import dev.kindred.tools.evaluate.task.Task;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Results for people and for machines. Immutable.
 *
 * @param tasks what was asked; several when they are folds
 * @param results one a model
 * @param comparisons said below the table; may be empty
 */
public record Report(List<Task> tasks, List<Result> results, List<Comparison> comparisons) {
  private static final String SAMPLED =
      "WARNING: only given candidates were ranked. Sampled metrics are inconsistent: they can order"
          + " models otherwise than the full ranking does (Krichene and Rendle, KDD 2020); compare"
          + " them with nothing but the same candidates";
  private static final String GIVEN = "given candidates are ranked whether seen or not";
  private static final String TIES =
      "equal scores are ordered by a hash of the item's id, which knows nothing of what is relevant";
  private static final String ERRORS =
      "± is one standard error over users; a difference under two of them is a tie";

  public Report {
    tasks = List.copyOf(tasks);
    results = List.copyOf(results);
    comparisons = List.copyOf(comparisons);
  }

  /** Results on one task. */
  public static Report of(Task task, List<Result> results) {
    return new Report(List.of(task), results, List.of());
  }

  /** An aligned table, then what was compared and everything to know about the numbers. */
  public String text() {
    StringBuilder text = new StringBuilder(new TextTable(results).text());
    comparisons.forEach(comparison -> text.append('\n').append(comparison));
    text.append(comparisons.isEmpty() ? "" : "\n");
    notes().forEach(note -> text.append("\n* ").append(note));
    return text.append('\n').toString();
  }

  /** What a reader of the numbers has to know, one sentence each. */
  public List<String> notes() {
    Task task = tasks.getFirst();
    List<String> notes = new ArrayList<>();
    if (tasks.stream().anyMatch(Task::sampled)) {
      notes.add(SAMPLED);
    }
    notes.add(task.name() + " " + task.leaks());
    notes.add(task.sampled() ? GIVEN : task.seen().rule());
    notes.add(TIES);
    notes.add(ERRORS);
    if (results.stream().anyMatch(Report::predicts)) {
      notes.add(ratings());
    }
    if (tasks.size() > 1) {
      notes.add("values are means over folds, and their errors take the folds for independent");
    }
    for (int i = 0; i < tasks.size(); i++) {
      String fold = tasks.size() > 1 ? "fold " + (i + 1) + ": " : "";
      tasks.get(i).counts().notes().forEach(note -> notes.add(fold + note));
    }
    return notes;
  }

  private static boolean predicts(Result result) {
    return result.metrics().containsKey("rmse") || result.metrics().containsKey("mae");
  }

  private String ratings() {
    long all = 0;
    long unseenUsers = 0;
    long unseenItems = 0;
    for (Task task : tasks) {
      Set<String> trained = new HashSet<>();
      for (int p = 0; p < task.train().size(); p++) {
        trained.add(task.train().items().id(task.train().item(p)));
      }
      for (RatingQuery query : task.ratings()) {
        all += query.given().size();
        unseenUsers += query.history().isEmpty() ? query.given().size() : 0;
        unseenItems += query.itemIds().stream().filter(item -> !trained.contains(item)).count();
      }
    }
    return String.format(
        Locale.ROOT,
        "rmse and mae are over all %,d held-out ratings; %,d of users and %,d of items without"
            + " training ratings are answered by averages",
        all,
        unseenUsers,
        unseenItems);
  }

  /** One JSON object a model, each on its line. */
  public String json() {
    StringBuilder lines = new StringBuilder();
    results.forEach(result -> lines.append(json(result)).append('\n'));
    return lines.toString();
  }

  /**
   * {@code {"model":…,"metrics":{name:{"value":…,"se":…}},"users":…,"seconds":{"train":…,
   * "evaluate":…},"params":{…}}}; a number that does not exist is null.
   */
  public static ObjectNode json(Result result) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("model", result.model());
    ObjectNode metrics = json.putObject("metrics");
    result.metrics().forEach((name, estimate) -> metrics.set(name, json(estimate)));
    json.put("users", result.users());
    json.putObject("seconds")
        .put("train", result.secondsTrain())
        .put("evaluate", result.secondsEvaluate());
    json.set("params", Polymorphic.json().valueToTree(result.params()));
    return json;
  }

  /** {@code {"value":…,"se":…}}; a number that does not exist is null. */
  public static ObjectNode json(Estimate estimate) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("value", orNull(estimate.value()))
        .put("se", orNull(estimate.se()));
  }

  private static Double orNull(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
