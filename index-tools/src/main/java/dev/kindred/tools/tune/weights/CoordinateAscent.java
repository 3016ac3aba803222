package dev.kindred.tools.tune.weights;

import dev.kindred.rank.Part;
import dev.kindred.request.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Improves the metric itself, one signal's weight after the other, until no signal's line has a
 * better point (Metzler and Croft, Information Retrieval 2007). The metric is a step function of
 * the weights, so points are tried at growing distances instead of following a gradient; the search
 * is started from several mixes, for it finds the nearest summit only.
 *
 * @param negative whether weights below zero are tried
 * @param shapes whether each signal's normaliser is varied too, once the weights have settled
 * @param gates to be tried on each signal once the weights have settled; empty for none
 * @param seed of the order in which signals are visited
 */
record CoordinateAscent(
    Objective objective, boolean negative, boolean shapes, List<Gate> gates, long seed) {
  private static final int ROUNDS = 12;
  private static final double[] FACTORS = {0, 0.3, 0.6, 0.8, 0.9, 1.1, 1.25, 1.6, 3};
  private static final double[] SHARES = {0.02, 0.1, 0.4, 1};

  /** What the mean over hundreds of requests cannot tell from chance is no improvement. */
  private static final double LEAST = 1e-5;

  /** The best that is reached from any of the mixes. */
  Learned climb(int[] requests, List<Mix> starts) {
    Learned best = null;
    for (Mix start : starts) {
      Learned end = new Climb(requests, start).weights(ROUNDS);
      best = best == null || end.value() > best.value() + LEAST ? end : best;
    }
    best = shapes ? new Climb(requests, best).shapes() : best;
    return gates.isEmpty() ? best : new Climb(requests, best).gates();
  }

  private final class Climb {
    private final int[] requests;
    private final List<Step> path = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(seed);
    private Mix mix;
    private double value;

    Climb(int[] requests, Mix start) {
      this.requests = requests;
      this.mix = start;
      this.value = objective.value(requests, start);
      path.add(Step.of(value, mix));
    }

    Climb(int[] requests, Learned before) {
      this.requests = requests;
      this.mix = before.mix();
      this.value = before.value();
      path.addAll(before.path());
    }

    Learned weights(int rounds) {
      boolean better = true;
      for (int round = 0; better && round < rounds; round++) {
        better = false;
        for (int signal : order()) {
          better |= line(signal, mix);
        }
      }
      return new Learned(mix.rounded(), value, path);
    }

    /** Each signal's normaliser varied, with its weight; then the weights again. */
    Learned shapes() {
      for (int signal : order()) {
        Part part = mix.parts().get(signal);
        List<Part> shapes = new ArrayList<>(Shapes.of(part));
        if (!shapes.isEmpty()) {
          objective
              .outcome(requests, signal)
              .logistic(part, Shapes.silent(part))
              .ifPresent(shapes::add);
        }
        for (Part shape : shapes) {
          line(signal, mix.shaped(signal, shape));
        }
      }
      return weights(ROUNDS / 2);
    }

    /** Each signal with each gate, with its weight; then the weights again. */
    Learned gates() {
      for (int signal : order()) {
        for (Gate gate : gates) {
          line(signal, mix.gated(signal, gate));
        }
      }
      return weights(ROUNDS / 2);
    }

    /** Moves along one signal's weight, if that is better than where the search stands. */
    private boolean line(int signal, Mix from) {
      double[] weights = candidates(from, signal);
      double[] values = objective.values(requests, from, signal, weights);
      int best =
          IntStream.range(0, weights.length)
              .reduce(0, (a, b) -> values[b] > values[a] + LEAST ? b : a);
      if (values[best] <= value + LEAST) {
        return false;
      }
      mix = from.weighing(signal, weights[best]);
      value = values[best];
      path.add(Step.of(value, mix));
      return true;
    }

    private double[] candidates(Mix from, int signal) {
      double now = from.weight(signal);
      double scale =
          IntStream.range(0, from.signals())
              .filter(other -> other != signal)
              .mapToDouble(other -> Math.abs(from.weight(other)))
              .max()
              .orElse(1);
      DoubleStream near = DoubleStream.of(FACTORS).map(factor -> factor * now);
      DoubleStream far = DoubleStream.of(SHARES).map(share -> share * scale);
      double[] positive =
          DoubleStream.concat(DoubleStream.of(now), DoubleStream.concat(near, far)).toArray();
      DoubleStream signed =
          negative
              ? DoubleStream.concat(
                  DoubleStream.of(positive), DoubleStream.of(positive).map(w -> -w))
              : DoubleStream.of(positive).map(w -> Math.max(0, w));
      return signed.distinct().toArray();
    }

    private int[] order() {
      return Shuffled.of(mix.signals(), random);
    }
  }
}
