package dev.kindred.tools.chart;

/** The place of a chart's curves or points, with a grid behind them and words around them. */
record Frame(int left, int right, int top, int bottom) {
  /** Marks on an axis, about. */
  static final int MARKS = 6;

  void grid(Drawing drawing, Axis x, Axis y) {
    for (double mark : x.marks(MARKS)) {
      drawing.line("#ddd", 1, x.pixel(mark), top, x.pixel(mark), bottom);
      drawing.text(x.pixel(mark), bottom + 18, "middle", x.label(mark, MARKS));
    }
    for (double mark : y.marks(MARKS)) {
      drawing.line("#ddd", 1, left, y.pixel(mark), right, y.pixel(mark));
      drawing.text(left - 8, y.pixel(mark) + 4, "end", y.label(mark, MARKS));
    }
  }

  void words(Drawing drawing, String title, String across, String up) {
    drawing.title(left, 24, title);
    drawing.text((left + right) / 2.0, bottom + 40, "middle", across);
    drawing.turned(18, (top + bottom) / 2.0, up);
  }
}
