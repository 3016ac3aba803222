package dev.kindred.tools.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One direction of a chart: from values to pixels, with round marks.
 *
 * @param least value at the start
 * @param most value at the end, above least
 * @param start pixel of the least value
 * @param end pixel of the greatest value
 */
record Axis(double least, double most, double start, double end) {
  private static final double[] ROUND = {1, 2, 2.5, 5, 10};

  /** An axis that reaches from a round value to a round value. */
  static Axis round(double least, double most, double start, double end, int marks) {
    double top = most > least ? most : least + 1;
    double step = step(least, top, marks);
    return new Axis(
        step * Math.floor(least / step + 1e-9), step * Math.ceil(top / step - 1e-9), start, end);
  }

  double pixel(double value) {
    return start + (value - least) / (most - least) * (end - start);
  }

  /** Round values, about so many. */
  List<Double> marks(int wanted) {
    double step = step(least, most, wanted);
    List<Double> marks = new ArrayList<>();
    for (long i = Math.round(Math.ceil(least / step - 1e-9)); i * step <= most + 1e-9 * step; i++) {
      marks.add(i * step);
    }
    return marks;
  }

  private static double step(double least, double most, int wanted) {
    double rough = (most - least) / wanted;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double factor : ROUND) {
      if (factor * power >= rough * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  /** The value in as few digits as the marks need. */
  String label(double value, int marks) {
    double step = step(least, most, marks);
    int digits = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    boolean halves = Math.abs(step * Math.pow(10, digits) % 1) > 1e-6;
    return String.format(Locale.ROOT, "%,." + (digits + (halves ? 1 : 0)) + "f", value);
  }
}
