package dev.kindred.tools.chart;

import java.util.List;

/**
 * Named points between two axes, as SVG. Immutable.
 *
 * @param title above
 * @param across what the horizontal axis shows
 * @param up what the vertical axis shows
 * @param places at least one
 */
public record ScatterChart(String title, String across, String up, List<Place> places) {
  private static final int WIDTH = 700;
  private static final int HEIGHT = 420;
  private static final int LEFT = 72;
  private static final int RIGHT = 590;
  private static final int TOP = 44;
  private static final int BOTTOM = 366;
  private static final Frame FRAME = new Frame(LEFT, RIGHT, TOP, BOTTOM);

  public ScatterChart {
    places = List.copyOf(places);
    if (places.isEmpty()) {
      throw new IllegalArgumentException("a chart of points has at least one");
    }
  }

  /** The chart's SVG document. */
  public String svg() {
    Drawing drawing = new Drawing(WIDTH, HEIGHT, title + ": " + across + " and " + up);
    Axis x =
        axis(places.stream().mapToDouble(p -> p.x() + p.reach()).max().orElseThrow(), LEFT, RIGHT);
    Axis y = axis(places.stream().mapToDouble(Place::y).max().orElseThrow(), BOTTOM, TOP);
    FRAME.grid(drawing, x, y);
    FRAME.words(drawing, title, across, up);
    for (Place place : places) {
      point(drawing, x.pixel(place.x()), y.pixel(place.y()), place, x);
    }
    return drawing.done();
  }

  private static void point(Drawing drawing, double x, double y, Place place, Axis axis) {
    double from = axis.pixel(place.x() - place.reach());
    double to = axis.pixel(place.x() + place.reach());
    drawing.line("#0072b2", 1.5, Math.max(LEFT, from), y, to, y);
    drawing.dot("#0072b2", x, y, 5);
    drawing.text(x + 9, y - 6, "start", place.name());
  }

  private static Axis axis(double most, double start, double end) {
    return Axis.round(0, most, start, end, Frame.MARKS);
  }
}
