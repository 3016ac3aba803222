package dev.kindred.tools.chart;

import java.util.List;

/**
 * One row a name: a point and its interval, for comparing at a glance, as SVG. Immutable.
 *
 * @param title above
 * @param across what the horizontal axis shows
 * @param places at least one, drawn from the top
 */
public record IntervalChart(String title, String across, List<Place> places) {
  private static final int WIDTH = 700;
  private static final int LEFT = 170;
  private static final int RIGHT = 670;
  private static final int TOP = 44;
  private static final int ROW = 26;
  private static final int MARKS = 6;

  public IntervalChart {
    places = List.copyOf(places);
    if (places.isEmpty()) {
      throw new IllegalArgumentException("a chart of intervals has at least one");
    }
  }

  /** The chart's SVG document. */
  public String svg() {
    int bottom = TOP + ROW * places.size();
    Drawing drawing = new Drawing(WIDTH, bottom + 48, title + ", by model");
    Axis x = axis();
    for (double mark : x.marks(MARKS)) {
      drawing.line("#ddd", 1, x.pixel(mark), TOP, x.pixel(mark), bottom);
      drawing.text(x.pixel(mark), bottom + 18, "middle", x.label(mark, MARKS));
    }
    drawing.title(12, 24, title);
    drawing.text((LEFT + RIGHT) / 2.0, bottom + 40, "middle", across);
    for (int i = 0; i < places.size(); i++) {
      row(drawing, x, places.get(i), TOP + ROW * (i + 0.5));
    }
    return drawing.done();
  }

  private static void row(Drawing drawing, Axis x, Place place, double y) {
    drawing.text(LEFT - 12, y + 4, "end", place.name());
    double from = x.pixel(place.x() - place.reach());
    double to = x.pixel(place.x() + place.reach());
    drawing.line("#0072b2", 3, from, y, to, y);
    drawing.dot("#0072b2", x.pixel(place.x()), y, 5);
  }

  private Axis axis() {
    double least = places.stream().mapToDouble(p -> p.x() - p.reach()).min().orElseThrow();
    double most = places.stream().mapToDouble(p -> p.x() + p.reach()).max().orElseThrow();
    return Axis.round(Math.min(0, least), most, LEFT, RIGHT, MARKS);
  }
}
