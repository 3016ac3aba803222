package dev.kindred.tools.chart;

import java.util.List;
import java.util.Locale;

/**
 * Curves over one horizontal axis, with bands, axes, a grid and a legend, as SVG. The same chart is
 * the same text. Immutable.
 *
 * @param title above
 * @param across what the horizontal axis shows
 * @param up what the vertical axis shows
 * @param series one to eight curves, drawn in their order
 */
public record LineChart(String title, String across, String up, List<Series> series) {
  /** Okabe and Ito's colours, told apart by colour-blind readers too. */
  private static final List<String> COLOURS =
      List.of(
          "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#555555", "#7f3c8d");

  private static final int WIDTH = 780;
  private static final int HEIGHT = 420;
  private static final int LEFT = 72;
  private static final int RIGHT = 536;
  private static final int TOP = 44;
  private static final int BOTTOM = 366;
  private static final Frame FRAME = new Frame(LEFT, RIGHT, TOP, BOTTOM);

  public LineChart {
    series = List.copyOf(series);
    if (series.isEmpty() || series.size() > COLOURS.size()) {
      throw new IllegalArgumentException(
          "a chart has 1 to " + COLOURS.size() + " curves, got " + series.size());
    }
  }

  /** The chart's SVG document. */
  public String svg() {
    Drawing drawing = new Drawing(WIDTH, HEIGHT, title + ": " + up + " by " + across);
    Axis x = axisX();
    Axis y = axisY();
    frame(drawing, x, y);
    for (int i = 0; i < series.size(); i++) {
      band(drawing, series.get(i), COLOURS.get(i), x, y);
    }
    for (int i = 0; i < series.size(); i++) {
      curve(drawing, series.get(i), COLOURS.get(i), x, y);
      legend(drawing, i);
    }
    return drawing.done();
  }

  private Axis axisX() {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (Series one : series) {
      least = Math.min(least, one.x()[0]);
      most = Math.max(most, one.x()[one.x().length - 1]);
    }
    return Axis.round(least, most, LEFT, RIGHT, Frame.MARKS);
  }

  private Axis axisY() {
    double least = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (Series one : series) {
      for (int i = 0; i < one.y().length; i++) {
        double error = one.errors() == null ? 0 : one.errors()[i];
        least = Math.min(least, one.y()[i] - error);
        most = Math.max(most, one.y()[i] + error);
      }
    }
    return Axis.round(least, most, BOTTOM, TOP, Frame.MARKS);
  }

  private void frame(Drawing drawing, Axis x, Axis y) {
    FRAME.grid(drawing, x, y);
    drawing.line("#333", 1, LEFT, BOTTOM, RIGHT, BOTTOM);
    drawing.line("#333", 1, LEFT, TOP, LEFT, BOTTOM);
    FRAME.words(drawing, title, across, up);
  }

  private static void band(Drawing drawing, Series one, String colour, Axis x, Axis y) {
    if (one.errors() == null) {
      return;
    }
    StringBuilder points = new StringBuilder();
    int n = one.x().length;
    for (int i = 0; i < n; i++) {
      point(points, x.pixel(one.x()[i]), y.pixel(one.y()[i] + one.errors()[i]));
    }
    for (int i = n - 1; i >= 0; i--) {
      point(points, x.pixel(one.x()[i]), y.pixel(one.y()[i] - one.errors()[i]));
    }
    drawing.area(colour, points.toString().strip());
  }

  private static void curve(Drawing drawing, Series one, String colour, Axis x, Axis y) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < one.x().length; i++) {
      point(points, x.pixel(one.x()[i]), y.pixel(one.y()[i]));
    }
    drawing.curve(colour, points.toString().strip());
  }

  private static void point(StringBuilder points, double x, double y) {
    points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
  }

  private void legend(Drawing drawing, int i) {
    double y = TOP + 10 + 20 * i;
    drawing.line(COLOURS.get(i), 3, RIGHT + 14, y, RIGHT + 34, y);
    drawing.text(RIGHT + 40, y + 4, "start", series.get(i).name());
  }
}
