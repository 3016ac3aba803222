package dev.kindred.tools.chart;

import java.util.Locale;

/** An SVG document as it grows: equal calls make equal text. Not thread-safe. */
final class Drawing {
  private final StringBuilder svg = new StringBuilder();

  /**
   * A white page.
   *
   * @param label what the picture shows, for those who cannot see it
   */
  Drawing(int width, int height, String label) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" role=\"img\" aria-label=\"%s\" font-family=\"sans-serif\""
                + " font-size=\"12\">\n<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>\n",
            width,
            height,
            width,
            height,
            escaped(label),
            width,
            height));
  }

  void line(String colour, double width, double x1, double y1, double x2, double y2) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\""
                + " stroke-width=\"%.1f\"/>\n",
            x1,
            y1,
            x2,
            y2,
            colour,
            width));
  }

  void dot(String colour, double x, double y, double radius) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>\n",
            x,
            y,
            radius,
            colour));
  }

  /** A curve through the points, {@code x,y} apart by spaces. */
  void curve(String colour, String points) {
    shape("polyline", "fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"2\"", points);
  }

  /** A see-through area within the points. */
  void area(String colour, String points) {
    shape("polygon", "fill=\"" + colour + "\" fill-opacity=\"0.15\"", points);
  }

  private void shape(String tag, String look, String points) {
    svg.append("<").append(tag).append(" ").append(look);
    svg.append(" points=\"").append(points).append("\"/>\n");
  }

  /**
   * @param anchor start, middle or end
   */
  void text(double x, double y, String anchor, String text) {
    text(x, y, anchor, "", text);
  }

  /** In larger, bold letters. */
  void title(double x, double y, String text) {
    text(x, y, "start", " font-size=\"15\" font-weight=\"bold\"", text);
  }

  /** Upwards. */
  void turned(double x, double y, String text) {
    String turn = String.format(Locale.ROOT, " transform=\"rotate(-90 %.1f %.1f)\"", x, y);
    text(x, y, "middle", turn, text);
  }

  private void text(double x, double y, String anchor, String more, String text) {
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
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** The whole document. */
  String done() {
    return svg + "</svg>\n";
  }
}
