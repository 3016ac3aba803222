package dev.kindred.tools.train.matrix;

import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.math.RowParallel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The leading right singular vectors of a sparse matrix by randomised subspace iteration (Halko,
 * Martinsson and Tropp 2011, "Finding structure with randomness", algorithm 4.4) with a
 * Rayleigh-Ritz step at the end. The same seed gives the same vectors with any number of threads.
 */
public final class SingularVectors {
  /** Further vectors that are iterated with the wanted ones, so that the last of these converge. */
  private static final int OVERSAMPLING = 64;

  /** Rows that are added up at a time. */
  private static final int CHUNK = 8192;

  /** Directions of less than this share of the largest square are rounding. */
  private static final double ROUNDING = 1e-6;

  private final Matrix a;
  private final Matrix transposed;
  private final int threads;

  public SingularVectors(Matrix a, Matrix transposed, int threads) {
    this.a = a;
    this.transposed = transposed;
    this.threads = threads;
  }

  /**
   * Row-major, one row of {@code rank} for each column of the matrix, the vectors of the largest
   * singular values first; zeros beyond the matrix's own rank.
   */
  public float[] right(int rank, int iterations, long seed) {
    int width = Kernels.padded(rank + OVERSAMPLING);
    float[] basis = random(Math.multiplyExact(a.width(), width), seed);
    basis = orthonormal(basis, width);
    for (int i = 0; i < iterations; i++) {
      basis = orthonormal(twice(basis, width), width);
    }
    float[] image = SparseProduct.of(a, basis, width, threads);
    return rotated(basis, principal(gram(image, width), width), width, rank, false);
  }

  private static float[] random(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private float[] twice(float[] basis, int width) {
    return SparseProduct.of(transposed, SparseProduct.of(a, basis, width, threads), width, threads);
  }

  /** An orthonormal basis of what the columns span. */
  private float[] orthonormal(float[] rows, int width) {
    return rotated(rows, principal(gram(rows, width), width), width, width, true);
  }

  /** XᵀX, added up in the order of its rows. */
  private float[] gram(float[] rows, int width) {
    int count = rows.length / width;
    float[][] partial = new float[(count + CHUNK - 1) / CHUNK][];
    RowParallel.run(
        partial.length,
        1,
        threads,
        (part, end) -> {
          int first = part * CHUNK;
          partial[part] = new float[width * width];
          int height = Math.min(CHUNK, count - first);
          Kernels.get().syrk(height, width, rows, first * width, width, partial[part], 0, width);
        });
    float[] gram = new float[width * width];
    for (float[] part : partial) {
      Kernels.get().axpy(1, part, 0, gram, 0, gram.length);
    }
    Kernels.get().mirror(width, gram, 0, width);
    return gram;
  }

  /**
   * Eigenvectors, largest value first.
   *
   * @param vectors by column
   */
  private record Principal(double[] values, double[][] vectors) {}

  private static Principal principal(float[] gram, int width) {
    DMatrixRMaj matrix = new DMatrixRMaj(width, width);
    for (int i = 0; i < gram.length; i++) {
      matrix.data[i] = gram[i];
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(width, true, true);
    if (!eigen.decompose(matrix)) {
      throw new IllegalStateException("a Gram matrix of " + width + " columns has no eigenvectors");
    }
    int[] order =
        IntStream.range(0, width)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(i -> -eigen.getEigenvalue(i).getReal())
                    .thenComparing(i -> i))
            .mapToInt(i -> i)
            .toArray();
    double[] values = new double[width];
    double[][] vectors = new double[width][];
    for (int i = 0; i < width; i++) {
      values[i] = eigen.getEigenvalue(order[i]).getReal();
      DMatrixRMaj vector = eigen.getEigenVector(order[i]);
      vectors[i] = Arrays.copyOf(vector.data, width);
    }
    return new Principal(values, vectors);
  }

  /**
   * The rows times the first {@code kept} eigenvectors.
   *
   * @param whiten whether each column is divided by its eigenvalue's root, to be of unit length
   */
  private float[] rotated(float[] rows, Principal basis, int width, int kept, boolean whiten) {
    float[] rotation = new float[width * kept];
    double least = ROUNDING * Math.max(basis.values[0], Double.MIN_NORMAL);
    for (int j = 0; j < Math.min(kept, width); j++) {
      if (basis.values[j] > least) {
        double scale = whiten ? 1 / Math.sqrt(basis.values[j]) : 1;
        for (int i = 0; i < width; i++) {
          rotation[i * kept + j] = (float) (scale * basis.vectors[j][i]);
        }
      }
    }
    int count = rows.length / width;
    float[] rotated = new float[Math.multiplyExact(count, kept)];
    RowParallel.run(
        count,
        CHUNK,
        threads,
        (from, to) ->
            Kernels.get()
                .gemm(
                    to - from,
                    kept,
                    width,
                    1,
                    rows,
                    from * width,
                    width,
                    rotation,
                    0,
                    kept,
                    rotated,
                    from * kept,
                    kept));
    return rotated;
  }
}
