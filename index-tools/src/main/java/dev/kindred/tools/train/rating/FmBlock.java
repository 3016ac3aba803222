package dev.kindred.tools.train.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One side of a factorization machine's design: rows of users or of items, each a sparse sum of
 * features. Ratings refer to rows, so that what users (or items) have in common is stored and
 * computed once (Rendle 2013, "Scaling factorization machines to relational data"). By feature:
 * {@code starts[j]} to before {@code starts[j + 1]} are its cells, each a row and a strength.
 * Immutable by agreement.
 *
 * @param ratings how many ratings each row has
 * @param rowOf the row of each rating
 * @param groups of each feature, from 0: features of one group have one prior
 */
record FmBlock(
    int[] ratings, int[] rowOf, int[] groups, int[] starts, int[] rows, float[] strengths) {

  int features() {
    return groups.length;
  }

  int rowCount() {
    return ratings.length;
  }

  /** How many groups there are. */
  int groupCount() {
    return Arrays.stream(groups).max().orElse(-1) + 1;
  }

  /** The same cells by row. */
  FmBlock.ByRow byRow() {
    int[] rowStarts = new int[rowCount() + 1];
    for (int row : rows) {
      rowStarts[row + 1]++;
    }
    for (int row = 0; row < rowCount(); row++) {
      rowStarts[row + 1] += rowStarts[row];
    }
    int[] next = rowStarts.clone();
    int[] features = new int[rows.length];
    float[] moved = new float[rows.length];
    for (int feature = 0; feature < features(); feature++) {
      for (int c = starts[feature]; c < starts[feature + 1]; c++) {
        int to = next[rows[c]]++;
        features[to] = feature;
        moved[to] = strengths[c];
      }
    }
    return new ByRow(rowStarts, features, moved);
  }

  /** Cells by row, features ascending. */
  record ByRow(int[] starts, int[] features, float[] strengths) {}

  /** Collects features one after another. */
  static final class Builder {
    private final int[] rowOf;
    private final int rowCount;
    private final List<Integer> groups = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private int[] rows = new int[1024];
    private float[] strengths = new float[1024];
    private int cells;

    /**
     * @param rowOf the row of each rating
     */
    Builder(int rowCount, int[] rowOf) {
      this.rowCount = rowCount;
      this.rowOf = rowOf;
    }

    /** Begins the next feature; returns its number. */
    int feature(int group) {
      groups.add(group);
      starts.add(cells);
      return groups.size() - 1;
    }

    /** Adds a cell to the feature begun last. */
    void cell(int row, float strength) {
      if (cells == rows.length) {
        rows = Arrays.copyOf(rows, 2 * cells);
        strengths = Arrays.copyOf(strengths, 2 * cells);
      }
      rows[cells] = row;
      strengths[cells++] = strength;
    }

    FmBlock build() {
      starts.add(cells);
      int[] ratings = new int[rowCount];
      for (int row : rowOf) {
        ratings[row]++;
      }
      return new FmBlock(
          ratings,
          rowOf,
          groups.stream().mapToInt(Integer::intValue).toArray(),
          starts.stream().mapToInt(Integer::intValue).toArray(),
          Arrays.copyOf(rows, cells),
          Arrays.copyOf(strengths, cells));
    }
  }
}
