package dev.kindred.tools.tune.weights;

import dev.kindred.rank.Part;
import dev.kindred.rank.WeightedSum;
import dev.kindred.request.Feature;
import dev.kindred.tools.evaluate.Progress;
import dev.kindred.tools.evaluate.metric.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Learns a profile's weights. Requests are dealt into folds; for each fold the weights are learned
 * from all others, so that every request can be judged by weights that have not seen it (Stone,
 * JRSS B 1974), and at last from all. Which {@link Way} of searching is used for a fold is decided
 * by what each does on the unseen requests of all other folds. Equal input gives equal output,
 * whatever the number of threads. Immutable.
 *
 * @param metric what is improved
 * @param folds at least 2
 * @param restarts random starts of the ascent beside the present and the listwise weights, and the
 *     best signal alone
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
      Contest contest = new Contest();
      for (int f = 0; f < folds; f++) {
        int own = f;
        contest.enter(
            ways(Arrays.stream(order).filter(request -> fold[request] != own).toArray()),
            Arrays.stream(order).filter(request -> fold[request] == own).toArray());
        progress.at(f + 1, folds + 1);
      }
      Map<Way, Learned> all = ways(order);
      progress.at(folds + 1, folds + 1);
      Way way = contest.winner();
      return new Tuning(
          windows.profile(),
          way.label(),
          all.get(way).mix().parts(),
          contest.winners(),
          Arrays.stream(fold).boxed().toList(),
          objective.value(order, all.get(way).mix()),
          explained(order, all.get(way).mix()),
          way == Way.ASCENT ? all.get(way).path() : List.of(),
          all.get(way == Way.WIDE ? Way.WIDE : Way.LISTWISE).path());
    }

    private List<Double> explained(int[] requests, Mix mix) {
      List<Double> explained = new ArrayList<>();
      for (int signal = 0; signal < mix.signals(); signal++) {
        Part part = mix.parts().get(signal);
        explained.add(objective.outcome(requests, signal).explained(part.normalizer()));
      }
      return explained;
    }

    /** What each way learns from these requests. */
    private Map<Way, Learned> ways(int[] requests) {
      Map<Way, Learned> ways = new EnumMap<>(Way.class);
      ways.put(Way.LISTWISE, listwise.fit(requests, start));
      if (shapes) {
        ways.put(Way.WIDE, listwise.fit(requests, start.wide()));
      }
      ways.put(Way.ASCENT, ascent.climb(requests, starts(requests, ways.values())));
      return ways;
    }

    private List<Mix> starts(int[] requests, Collection<Learned> smooth) {
      List<Mix> starts = new ArrayList<>();
      starts.add(start);
      starts.add(alone(requests));
      smooth.forEach(learned -> starts.add(learned.mix()));
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < restarts; i++) {
        double[] drawn = new double[start.signals()];
        Arrays.setAll(drawn, signal -> Math.pow(10, -2 * random.nextDouble()));
        starts.add(start.weighing(drawn));
      }
      return starts;
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

    /** Which way does best on requests that it has not learned from. */
    private final class Contest {
      private final List<Map<Way, Learned>> entered = new ArrayList<>();
      private final List<Map<Way, Double>> values = new ArrayList<>();

      void enter(Map<Way, Learned> ways, int[] unseen) {
        Map<Way, Double> each = new EnumMap<>(Way.class);
        ways.forEach(
            (way, learned) ->
                each.put(way, unseen.length * objective.value(unseen, learned.mix())));
        entered.add(ways);
        values.add(each);
      }

      /** By all folds. */
      Way winner() {
        return winner(-1);
      }

      /** Of each fold what the best way by all others learned, so that no request has a say. */
      List<List<Part>> winners() {
        return IntStream.range(0, entered.size())
            .mapToObj(fold -> entered.get(fold).get(winner(fold)).mix().parts())
            .toList();
      }

      private Way winner(int without) {
        Map<Way, Double> sums = new EnumMap<>(Way.class);
        for (int fold = 0; fold < values.size(); fold++) {
          if (fold != without) {
            values.get(fold).forEach((way, value) -> sums.merge(way, value, Double::sum));
          }
        }
        return Collections.max(sums.entrySet(), Map.Entry.comparingByValue()).getKey();
      }
    }
  }
}
