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
  private static final int MARKS = 6;

  public LineChart {
    series = List.copyOf(series);
    if (series.isEmpty() || series.size() > COLOURS.size()) {
      throw new IllegalArgumentException(
          "a chart has 1 to " + COLOURS.size() + " curves, got " + series.size());
    }
  }

  /** The chart's SVG document. */
  public String svg() {
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" font-family=\"sans-serif\" font-size=\"12\">\n",
            WIDTH,
            HEIGHT,
            WIDTH,
            HEIGHT));
    svg.append(
        String.format(
            Locale.ROOT, "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>\n", WIDTH, HEIGHT));
    Axis x = axisX();
    Axis y = axisY();
    frame(svg, x, y);
    for (int i = 0; i < series.size(); i++) {
      band(svg, series.get(i), COLOURS.get(i), x, y);
    }
    for (int i = 0; i < series.size(); i++) {
      curve(svg, series.get(i), COLOURS.get(i), x, y);
      legend(svg, i);
    }
    return svg.append("</svg>\n").toString();
  }

  private Axis axisX() {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (Series one : series) {
      least = Math.min(least, one.x()[0]);
      most = Math.max(most, one.x()[one.x().length - 1]);
    }
    return Axis.round(least, most, LEFT, RIGHT, MARKS);
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
    return Axis.round(least, most, BOTTOM, TOP, MARKS);
  }

  private void frame(StringBuilder svg, Axis x, Axis y) {
    for (double mark : x.marks(MARKS)) {
      line(svg, "#ddd", x.pixel(mark), TOP, x.pixel(mark), BOTTOM);
      text(svg, x.pixel(mark), BOTTOM + 18, "middle", "", x.label(mark, MARKS));
    }
    for (double mark : y.marks(MARKS)) {
      line(svg, "#ddd", LEFT, y.pixel(mark), RIGHT, y.pixel(mark));
      text(svg, LEFT - 8, y.pixel(mark) + 4, "end", "", y.label(mark, MARKS));
    }
    line(svg, "#333", LEFT, BOTTOM, RIGHT, BOTTOM);
    line(svg, "#333", LEFT, TOP, LEFT, BOTTOM);
    text(svg, LEFT, 24, "start", " font-size=\"15\" font-weight=\"bold\"", title);
    text(svg, (LEFT + RIGHT) / 2.0, BOTTOM + 40, "middle", "", across);
    String turned =
        String.format(Locale.ROOT, " transform=\"rotate(-90 18 %.1f)\"", (TOP + BOTTOM) / 2.0);
    text(svg, 18, (TOP + BOTTOM) / 2.0, "middle", turned, up);
  }

  private static void line(
      StringBuilder svg, String colour, double x1, double y1, double x2, double y2) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>\n",
            x1,
            y1,
            x2,
            y2,
            colour));
  }

  private static void text(
      StringBuilder svg, double x, double y, String anchor, String more, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\"%s>%s</text>\n",
            x,
            y,
            anchor,
            more,
            escaped(text)));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static void band(StringBuilder svg, Series one, String colour, Axis x, Axis y) {
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
    svg.append(
        String.format(
            Locale.ROOT,
            "<polygon fill=\"%s\" fill-opacity=\"0.15\" points=\"%s\"/>\n",
            colour,
            points.toString().strip()));
  }

  private static void curve(StringBuilder svg, Series one, String colour, Axis x, Axis y) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < one.x().length; i++) {
      point(points, x.pixel(one.x()[i]), y.pixel(one.y()[i]));
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>\n",
            colour,
            points.toString().strip()));
  }

  private static void point(StringBuilder points, double x, double y) {
    points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
  }

  private void legend(StringBuilder svg, int i) {
    double y = TOP + 10 + 20 * i;
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"%s\""
                + " stroke-width=\"3\"/>\n",
            RIGHT + 14,
            y,
            RIGHT + 34,
            y,
            COLOURS.get(i)));
    text(svg, RIGHT + 40, y + 4, "start", "", series.get(i).name());
  }
}
