package dev.kindred.tools.tune.weights;

import dev.kindred.internal.math.RowParallel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Weights of the least listwise loss: the cross-entropy between the softmax of a request's scores
 * and the uniform distribution over the candidates that the user chose, averaged over requests
 * (ListNet with the top-one probability, Cao et al., ICML 2007, equation 6). With scores linear in
 * the weights it is convex, so Newton's method ends at the one minimum, in a dozen passes; weights
 * are kept at or above zero by solving each step's quadratic by coordinates. A small ridge makes
 * the minimum unique where signals repeat one another.
 *
 * @param negative whether weights may be below zero
 */
record Listwise(Windows windows, boolean negative, int threads) {
  private static final int PASSES = 15;
  private static final double RIDGE = 1e-4;
  private static final double ENOUGH = 1e-7;
  private static final int CHUNK = 8;

  /** The weights, and the loss after each pass with the weights it was measured at. */
  Learned fit(int[] requests, Mix start) {
    int[] told =
        Arrays.stream(requests).filter(request -> windows.get(request).found() > 0).toArray();
    double[] weights = new double[start.signals()];
    Arrays.fill(weights, 1);
    List<Step> path = new ArrayList<>();
    Curve here = curve(told, start, weights);
    path.add(step(here.loss, weights));
    for (int pass = 0; pass < PASSES && told.length > 0; pass++) {
      double[] target = newton(here, weights);
      Curve there = null;
      double[] moved = weights;
      for (double length = 1; length > 1e-3; length /= 2) {
        moved = between(weights, target, length);
        there = curve(told, start, moved);
        if (there.loss < here.loss) {
          break;
        }
      }
      if (there == null || here.loss - there.loss < ENOUGH * here.loss) {
        break;
      }
      weights = moved;
      here = there;
      path.add(step(here.loss, weights));
    }
    return new Learned(start.weighing(weights).rounded(), -here.loss, path);
  }

  private static Step step(double loss, double[] weights) {
    return new Step(-loss, Arrays.stream(weights).boxed().toList());
  }

  private static double[] between(double[] from, double[] to, double share) {
    double[] at = new double[from.length];
    Arrays.setAll(at, i -> from[i] + share * (to[i] - from[i]));
    return at;
  }

  /** Loss, gradient and Hessian at a point. */
  private static final class Curve {
    private double loss;
    private final double[] gradient;
    private final double[][] hessian;

    Curve(int signals) {
      gradient = new double[signals];
      hessian = new double[signals][signals];
    }

    void add(Curve one, double share) {
      loss += share * one.loss;
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] += share * one.gradient[i];
        for (int j = 0; j < gradient.length; j++) {
          hessian[i][j] += share * one.hessian[i][j];
        }
      }
    }

    void ridge(double[] weights) {
      for (int i = 0; i < weights.length; i++) {
        loss += RIDGE / 2 * weights[i] * weights[i];
        gradient[i] += RIDGE * weights[i];
        hessian[i][i] += RIDGE;
      }
    }
  }

  private Curve curve(int[] requests, Mix mix, double[] weights) {
    Curve[] each = new Curve[requests.length];
    RowParallel.run(
        requests.length,
        CHUNK,
        threads,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            each[i] = curve(requests[i], mix, weights);
          }
        });
    Curve sum = new Curve(weights.length);
    for (Curve one : each) {
      sum.add(one, 1.0 / each.length);
    }
    sum.ridge(weights);
    return sum;
  }

  private Curve curve(int request, Mix mix, double[] weights) {
    Window window = windows.get(request);
    int n = window.size();
    int signals = weights.length;
    double[] share = softmax(scores(request, mix, weights, n));
    double chosen = 1.0 / window.found();
    Curve curve = new Curve(signals);
    double[] mean = new double[signals];
    double[] x = new double[signals];
    double[] factors = new double[signals];
    Arrays.setAll(factors, i -> mix.factor(i, request));
    for (int d = 0; d < n; d++) {
      double target = window.relevant().contains(window.ids()[d]) ? chosen : 0;
      curve.loss -= target == 0 ? 0 : target * Math.log(Math.max(share[d], Double.MIN_NORMAL));
      for (int i = 0; i < signals; i++) {
        x[i] = factors[i] * mix.values(i, request)[d];
        curve.gradient[i] += (share[d] - target) * x[i];
        mean[i] += share[d] * x[i];
      }
      addOuter(curve.hessian, share[d], x);
    }
    addOuter(curve.hessian, -1, mean);
    return curve;
  }

  private static void addOuter(double[][] into, double factor, double[] x) {
    for (int i = 0; i < x.length; i++) {
      double scaled = factor * x[i];
      for (int j = 0; j < x.length; j++) {
        into[i][j] += scaled * x[j];
      }
    }
  }

  private static double[] scores(int request, Mix mix, double[] weights, int n) {
    double[] scores = new double[n];
    for (int i = 0; i < weights.length; i++) {
      float[] values = mix.values(i, request);
      double weight = weights[i] * mix.factor(i, request);
      for (int d = 0; d < n; d++) {
        scores[d] += weight * values[d];
      }
    }
    return scores;
  }

  /** In place. */
  private static double[] softmax(double[] scores) {
    double most = Arrays.stream(scores).max().orElse(0);
    double sum = 0;
    for (int d = 0; d < scores.length; d++) {
      scores[d] = Math.exp(scores[d] - most);
      sum += scores[d];
    }
    for (int d = 0; d < scores.length; d++) {
      scores[d] /= sum;
    }
    return scores;
  }

  /** The minimum of the quadratic around the weights, within their bounds. */
  private double[] newton(Curve curve, double[] weights) {
    double[] at = weights.clone();
    double[] slope = curve.gradient.clone();
    for (int sweep = 0; sweep < 200; sweep++) {
      double moved = 0;
      for (int i = 0; i < at.length; i++) {
        double wanted = at[i] - slope[i] / curve.hessian[i][i];
        double next = negative ? wanted : Math.max(0, wanted);
        double step = next - at[i];
        for (int j = 0; j < at.length && step != 0; j++) {
          slope[j] += step * curve.hessian[i][j];
        }
        at[i] = next;
        moved = Math.max(moved, Math.abs(step));
      }
      if (moved < 1e-9) {
        break;
      }
    }
    return at;
  }
}
