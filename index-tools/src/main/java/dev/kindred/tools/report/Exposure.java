package dev.kindred.tools.report;

import dev.kindred.data.Interactions;
import dev.kindred.tools.evaluate.Run;
import dev.kindred.tools.evaluate.task.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Whom a model shows: how the first {@value #DEPTH} places of its answers are spread over the
 * catalogue, from the tenth of the items that the training data has most of to the tenth it has
 * least of. Runs of the same model, such as folds, are added up. Not thread-safe.
 */
public final class Exposure {
  /** How many places of an answer are looked at. */
  public static final int DEPTH = 10;

  /** How many groups of items of equal number there are. */
  public static final int GROUPS = 10;

  /** What one model showed; before its first answer nothing. */
  private static final class Shown {
    private final long[] byGroup = new long[GROUPS];
    private final List<Double> coverages = new ArrayList<>();
  }

  private final Map<String, Shown> byModel = new LinkedHashMap<>();
  private final long[] trained = new long[GROUPS];

  /** Counts a run. */
  public void take(Task task, Run run) {
    Interactions train = task.train();
    int[] counts = new int[train.items().size()];
    for (int p = 0; p < train.size(); p++) {
      counts[train.item(p)]++;
    }
    int[] groups = groups(counts);
    Shown shown = byModel.computeIfAbsent(run.model(), model -> new Shown());
    if (byModel.size() == 1) {
      for (int item = 0; item < counts.length; item++) {
        trained[groups[item]] += counts[item];
      }
    }
    boolean[] seen = new boolean[counts.length];
    for (List<String> answer : run.answers()) {
      for (String id : answer.subList(0, Math.min(DEPTH, answer.size()))) {
        int item = train.items().ordinal(id);
        if (item >= 0) {
          shown.byGroup[groups[item]]++;
          seen[item] = true;
        }
      }
    }
    long covered = IntStream.range(0, seen.length).filter(item -> seen[item]).count();
    shown.coverages.add((double) covered / Math.max(1, seen.length));
  }

  /** The group of each item: 0 for those with most events; equal counts stay in their order. */
  static int[] groups(int[] counts) {
    int[] order =
        IntStream.range(0, counts.length)
            .boxed()
            .sorted(Comparator.comparingInt((Integer item) -> counts[item]).reversed())
            .mapToInt(item -> item)
            .toArray();
    int[] groups = new int[counts.length];
    for (int rank = 0; rank < order.length; rank++) {
      groups[order[rank]] = (int) ((long) rank * GROUPS / order.length);
    }
    return groups;
  }

  /** The models that answered, in the order of their first runs. */
  List<String> models() {
    return List.copyOf(byModel.keySet());
  }

  /** The share of shown places by group, the most popular items first; zeros when none was. */
  double[] shares(String model) {
    return shares(byModel.get(model).byGroup);
  }

  /** The share of training events by group. */
  double[] trainingShares() {
    return shares(trained);
  }

  /** The share of the catalogue that was shown to anybody; the mean of folds. */
  double coverage(String model) {
    return byModel.get(model).coverages.stream().mapToDouble(one -> one).average().orElse(0);
  }

  private static double[] shares(long[] counts) {
    double sum = Math.max(1, Arrays.stream(counts).sum());
    return Arrays.stream(counts).mapToDouble(count -> count / sum).toArray();
  }
}
