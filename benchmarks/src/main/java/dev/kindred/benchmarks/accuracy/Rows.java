package dev.kindred.benchmarks.accuracy;

import java.util.List;

/** The scoreboard as data. A further row is one more file and one more entry of the list. */
final class Rows {
  static final List<Row> ALL =
      List.of(
          Row1.row(),
          Row2.row(),
          Row3.row(),
          Row4.row(),
          Row5.row(),
          Row6.row(),
          Row7.row(),
          Row8.row(),
          Row9.row(),
          Row10.row());

  private Rows() {}
}
