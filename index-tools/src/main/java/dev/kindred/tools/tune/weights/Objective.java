package dev.kindred.tools.tune.weights;

import dev.kindred.internal.math.RowParallel;
import dev.kindred.tools.evaluate.metric.Metric;
import dev.kindred.tools.evaluate.metric.Tally;
import java.util.Arrays;
import java.util.List;

/**
 * The metric as a function of weights: ranks the candidates of requests as serving does, equal
 * scores by their ties, and measures the top. Immutable and thread-safe; the same whatever the
 * number of threads.
 */
final class Objective {
  private static final int CHUNK = 8;

  private final Windows windows;
  private final Metric metric;
  private final int threads;

  Objective(Windows windows, Metric metric, int threads) {
    this.windows = windows;
    this.metric = metric;
    this.threads = threads;
  }

  /** What users chose of what one signal says, over some requests. */
  Outcome outcome(int[] requests, int signal) {
    return Outcome.of(windows, requests, signal);
  }

  /** The metric over some requests. */
  double value(int[] requests, Mix mix) {
    return values(requests, mix, 0, new double[] {mix.weight(0)})[0];
  }

  /** The top of each request. */
  List<List<String>> rank(int[] requests, Mix mix) {
    return ranked(requests, mix, 0, new double[] {mix.weight(0)}).stream()
        .map(trials -> trials[0])
        .toList();
  }

  /**
   * The metric over some requests for several weights of one signal.
   *
   * @return one value a weight
   */
  double[] values(int[] requests, Mix mix, int signal, double[] weights) {
    List<List<String>[]> ranked = ranked(requests, mix, signal, weights);
    double[] values = new double[weights.length];
    for (int trial = 0; trial < weights.length; trial++) {
      Tally tally = metric.start(windows.catalogue());
      for (int i = 0; i < requests.length; i++) {
        tally.add(ranked.get(i)[trial], windows.get(requests[i]).relevant());
      }
      values[trial] = tally.value();
    }
    return values;
  }

  private List<List<String>[]> ranked(int[] requests, Mix mix, int signal, double[] weights) {
    @SuppressWarnings({"unchecked", "rawtypes"})
    List<String>[][] ranked = new List[requests.length][weights.length];
    RowParallel.run(
        requests.length,
        CHUNK,
        threads,
        () -> {
          Top top = new Top(metric.k());
          return (from, to) -> {
            for (int i = from; i < to; i++) {
              double[] others = others(requests[i], mix, signal);
              float[] values = mix.values(signal, requests[i]);
              double factor = mix.factor(signal, requests[i]);
              for (int trial = 0; trial < weights.length; trial++) {
                ranked[i][trial] =
                    top.of(windows.get(requests[i]).ids(), others, values, factor * weights[trial]);
              }
            }
          };
        });
    return Arrays.asList(ranked);
  }

  /** The scores without one signal. */
  private double[] others(int request, Mix mix, int without) {
    double[] sums = new double[windows.get(request).size()];
    for (int signal = 0; signal < mix.signals(); signal++) {
      double weight = mix.weight(signal, request);
      if (signal != without && weight != 0) {
        float[] values = mix.values(signal, request);
        for (int d = 0; d < sums.length; d++) {
          sums[d] += weight * values[d];
        }
      }
    }
    return sums;
  }
}
