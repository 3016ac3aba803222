package dev.kindred.examples.bookshop.web;

import dev.kindred.data.Item;
import dev.kindred.model.Model;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.document.KnnFloatVectorField;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Vectors of unit length on the plane of their two principal components. Immutable by agreement.
 *
 * @param x the first coordinate, one a vector
 * @param y the second
 * @param shares of the variance that the two components carry
 */
record Plane(double[] x, double[] y, List<Double> shares) {

  /** The vectors that a model writes into documents; items that have none are left out. */
  static Map<Item, float[]> vectors(Model model, Collection<Item> items) {
    Map<Item, float[]> vectors = new LinkedHashMap<>();
    for (Item item : items) {
      model.index(
          item,
          field -> {
            if (field instanceof KnnFloatVectorField vector) {
              vectors.put(item, vector.vectorValue());
            }
          });
    }
    return vectors;
  }

  static Plane of(List<float[]> vectors) {
    double[][] rows = vectors.stream().map(Plane::unit).toArray(double[][]::new);
    center(rows);
    int width = rows[0].length;
    DMatrixRMaj covariance = new DMatrixRMaj(width, width);
    for (double[] row : rows) {
      for (int i = 0; i < width; i++) {
        for (int j = 0; j < width; j++) {
          covariance.add(i, j, row[i] * row[j] / rows.length);
        }
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(width, true, true);
    if (!eigen.decompose(covariance)) {
      throw new IllegalStateException("the covariance has no eigenvectors");
    }
    int[] largest =
        IntStream.range(0, width)
            .boxed()
            .sorted((a, b) -> Double.compare(value(eigen, b), value(eigen, a)))
            .mapToInt(i -> i)
            .toArray();
    double all = IntStream.range(0, width).mapToDouble(i -> value(eigen, i)).sum();
    return new Plane(
        along(rows, eigen.getEigenVector(largest[0])),
        along(rows, eigen.getEigenVector(largest[1])),
        List.of(value(eigen, largest[0]) / all, value(eigen, largest[1]) / all));
  }

  private static double value(EigenDecomposition_F64<DMatrixRMaj> eigen, int i) {
    return eigen.getEigenvalue(i).getReal();
  }

  private static double[] unit(float[] vector) {
    double length = 0;
    for (float one : vector) {
      length += (double) one * one;
    }
    double scale = length > 0 ? 1 / Math.sqrt(length) : 0;
    return IntStream.range(0, vector.length).mapToDouble(i -> vector[i] * scale).toArray();
  }

  private static void center(double[][] rows) {
    for (int i = 0; i < rows[0].length; i++) {
      int column = i;
      double mean = Arrays.stream(rows).mapToDouble(row -> row[column]).average().orElseThrow();
      Arrays.stream(rows).forEach(row -> row[column] -= mean);
    }
  }

  /** A direction and its opposite serve alike: the one whose largest part is positive is taken. */
  private static double[] along(double[][] rows, DMatrixRMaj direction) {
    double largest = 0;
    for (int i = 0; i < direction.numRows; i++) {
      double part = direction.get(i);
      largest = Math.abs(part) > Math.abs(largest) ? part : largest;
    }
    double sign = Math.signum(largest);
    return Arrays.stream(rows)
        .mapToDouble(
            row -> {
              double sum = 0;
              for (int i = 0; i < row.length; i++) {
                sum += row[i] * direction.get(i);
              }
              return sign * sum;
            })
        .toArray();
  }
}
