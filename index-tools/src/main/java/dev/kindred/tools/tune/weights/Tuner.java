package dev.kindred.tools.tune.weights;

import dev.kindred.rank.Part;
import dev.kindred.rank.WeightedSum;
import dev.kindred.request.Feature;
import dev.kindred.tools.evaluate.Progress;
import dev.kindred.tools.evaluate.metric.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Learns a profile's weights. Requests are dealt into folds; for each fold the weights are learned
 * from all others, so that every request can be judged by weights that have not seen it (Stone,
 * JRSS B 1974), and at last from all. Which of the two searches is used is decided inside each
 * learning, on a part of its requests kept aside. Equal input gives equal output, whatever the
 * number of threads. Immutable.
 *
 * @param metric what is improved
 * @param folds at least 2
 * @param restarts random starts of the ascent beside the present, the equal and the listwise
 *     weights, and the best signal alone
 * @param negative whether weights may be below zero
 * @param shapes whether normalisers are varied too
 * @param gated features on which weights may depend; empty for none
 * @param seed deals folds and draws starts
 * @param progress told how many learnings are done
 */
public record Tuner(
    Metric metric,
    int folds,
    int restarts,
    boolean negative,
    boolean shapes,
    Set<Feature> gated,
    long seed,
    int threads,
    Progress progress) {
  private static final double ASIDE = 0.3;

  public Tuner {
    gated = Set.copyOf(gated);
    if (folds < 2 || restarts < 0 || threads < 1) {
      throw new IllegalArgumentException(
          "folds must be at least 2, restarts at least 0, threads at least 1; were "
              + List.of(folds, restarts, threads));
    }
  }

  /** Five folds, two random starts, no negative weights, normalisers varied. */
  public static Tuner of(Metric metric) {
    return new Tuner(metric, 5, 2, false, true, Set.of(), 42, 1, Progress.NONE);
  }

  /** Lets weights depend on these features of requests. */
  public Tuner gated(Set<Feature> features) {
    return new Tuner(metric, folds, restarts, negative, shapes, features, seed, threads, progress);
  }

  public Tuner threads(int count) {
    return new Tuner(metric, folds, restarts, negative, shapes, gated, seed, count, progress);
  }

  public Tuner progress(Progress listener) {
    return new Tuner(metric, folds, restarts, negative, shapes, gated, seed, threads, listener);
  }

  /**
   * Searches.
   *
   * @throws IllegalArgumentException when there are fewer requests than folds, or the profile does
   *     not add its signals up
   */
  public Tuning tune(Windows windows) {
    if (windows.size() < 2 * folds) {
      throw new IllegalArgumentException(
          windows.size() + " requests are too few to learn weights from in " + folds + " folds");
    }
    if (!(windows.profile().combiner() instanceof WeightedSum)) {
      throw new IllegalArgumentException(
          "profile '"
              + windows.profile().name()
              + "' joins its signals by a learned combiner; there are no weights to learn");
    }
    return new Search(windows).run();
  }

  private final class Search {
    private final Windows windows;
    private final Objective objective;
    private final CoordinateAscent ascent;
    private final Listwise listwise;
    private final Mix start;

    Search(Windows windows) {
      this.windows = windows;
      this.objective = new Objective(windows, metric, threads);
      this.ascent =
          new CoordinateAscent(objective, negative, shapes, Gates.of(windows, gated), seed);
      this.listwise = new Listwise(windows, negative, threads);
      this.start = Mix.of(windows, windows.profile().signals(), threads);
    }

    Tuning run() {
      int[] order = Shuffled.of(windows.size(), new SplittableRandom(seed));
      int[] fold = new int[order.length];
      for (int i = 0; i < order.length; i++) {
        fold[order[i]] = i % folds;
      }
      List<List<Part>> byFold = new ArrayList<>();
      for (int f = 0; f < folds; f++) {
        int without = f;
        byFold.add(
            learn(Arrays.stream(order).filter(request -> fold[request] != without).toArray())
                .mix()
                .parts());
        progress.at(f + 1, folds + 1);
      }
      Choice choice = new Choice(order);
      Learned all = choice.learn(order);
      progress.at(folds + 1, folds + 1);
      return new Tuning(
          windows.profile(),
          choice.ascends ? "ascent" : "listwise",
          all.mix().parts(),
          byFold,
          Arrays.stream(fold).boxed().toList(),
          objective.value(order, all.mix()),
          explained(order, all.mix()),
          choice.ascends ? all.path() : List.of(),
          listwise.fit(order, start).path());
    }

    private List<Double> explained(int[] requests, Mix mix) {
      List<Double> explained = new ArrayList<>();
      for (int signal = 0; signal < mix.signals(); signal++) {
        Part part = mix.parts().get(signal);
        explained.add(objective.outcome(requests, signal).explained(part.normalizer()));
      }
      return explained;
    }

    private Learned learn(int[] requests) {
      return new Choice(requests).learn(requests);
    }

    /** Which search does better on requests kept aside. */
    private final class Choice {
      private final boolean ascends;

      Choice(int[] requests) {
        int cut = (int) (requests.length * (1 - ASIDE));
        int[] inner = Arrays.copyOf(requests, cut);
        int[] aside = Arrays.copyOfRange(requests, cut, requests.length);
        double climbed = objective.value(aside, climb(inner).mix());
        ascends = climbed >= objective.value(aside, listwise.fit(inner, start).mix());
      }

      Learned learn(int[] requests) {
        return ascends ? climb(requests) : listwise.fit(requests, start);
      }
    }

    private Learned climb(int[] requests) {
      return ascent.climb(requests, starts(requests));
    }

    /** The one signal that is best without the others. */
    private Mix alone(int[] requests) {
      Mix best = null;
      double most = Double.NEGATIVE_INFINITY;
      for (int signal = 0; signal < start.signals(); signal++) {
        double[] weights = new double[start.signals()];
        weights[signal] = 1;
        Mix alone = start.weighing(weights);
        double value = objective.value(requests, alone);
        if (value > most) {
          most = value;
          best = alone;
        }
      }
      return best;
    }

    private List<Mix> starts(int[] requests) {
      List<Mix> starts = new ArrayList<>();
      starts.add(start);
      starts.add(listwise.fit(requests, start).mix());
      double[] equal = new double[start.signals()];
      Arrays.fill(equal, 1);
      starts.add(start.weighing(equal));
      starts.add(alone(requests));
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < restarts; i++) {
        double[] drawn = new double[start.signals()];
        Arrays.setAll(drawn, signal -> Math.pow(10, -2 * random.nextDouble()));
        starts.add(start.weighing(drawn));
      }
      return starts;
    }
  }
}
