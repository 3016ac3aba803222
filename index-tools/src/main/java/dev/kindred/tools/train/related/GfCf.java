package dev.kindred.tools.train.related;

import dev.kindred.data.Dataset;
import dev.kindred.data.Interactions;
import dev.kindred.internal.math.Kernels;
import dev.kindred.model.Manifest;
import dev.kindred.model.related.GfCfModel;
import dev.kindred.model.related.RelatedItems;
import dev.kindred.tools.train.Provenance;
import dev.kindred.tools.train.Require;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.Trainer;
import dev.kindred.tools.train.matrix.Matrix;
import dev.kindred.tools.train.matrix.SingularVectors;
import dev.kindred.tools.train.matrix.SparseProduct;
import java.time.Duration;
import java.util.Map;

/**
 * GF-CF (Shen et al. 2021, "How powerful is graph convolution for recommendation?", equation 9): a
 * history r scores {@code r·(P + α·D^−½·V·Vᵀ·D^½)}, where R̃ is the matrix of users and items with
 * each cell over the root of its row's sum and of its column's, {@code P = R̃ᵀR̃}, D the sums of
 * the columns, and V the leading right singular vectors of R̃. No iterations of learning: one pass
 * over pairs and one singular value decomposition.
 *
 * <p>{@code sharpening} s is ours, after Choi et al. (2023, "Blurring-sharpening process models for
 * collaborative filtering", equation 12): one step of the process that takes away what the graph
 * has smeared, from the low-rank part, where it leaves the rank as it is: {@code α·D^−½·V·Vᵀ·D^½·(I
 * − s·P)}.
 *
 * @param factors k, the singular vectors used, 1 to 1024
 * @param alpha weight of the low-rank part
 * @param sharpening s; 0 as published, at most 2
 * @param neighbours how many weights of P an item keeps, the largest; 0 keeps all
 * @param iterations of the decomposition; more is more exact
 * @param half_life after which an event counts half, in training and in the history; null when they
 *     do not age
 */
public record GfCf(
    int factors,
    double alpha,
    double sharpening,
    int neighbours,
    int iterations,
    Duration half_life)
    implements Trainer<GfCfModel> {
  public static final GfCf DEFAULT = new GfCf(256, 0.3, 0, 500, 6, null);

  private static final int MOST_FACTORS = 1024;

  public GfCf {
    Require.between("factors", factors, 1, MOST_FACTORS);
    Require.atLeast("alpha", alpha, 0);
    Require.between("sharpening", sharpening, 0, 2);
    Require.atLeast("neighbours", neighbours, 0);
    Require.atLeast("iterations", iterations, 1);
    Require.positive("half_life", half_life);
  }

  @Override
  public GfCfModel train(Dataset data, Run run) {
    Interactions interactions = data.interactions();
    Matrix strengths = Matrix.strengths(interactions, half_life).positive();
    double[] popularity = strengths.transpose().sums();
    Matrix users = normalized(strengths, popularity);
    Matrix items = users.transpose();
    Links links =
        Neighbours.find(items.rows(), neighbours, run.threads(), () -> new Paths(users, items));
    float[] vectors =
        new SingularVectors(users, items, run.threads()).right(factors, iterations, run.seed());
    float[] spoken = scaled(vectors, popularity, -0.5);
    float[] heard = heard(scaled(vectors, popularity, 0.5), users, items, run.threads());
    Manifest manifest =
        Provenance.manifest(
            "gfcf",
            this,
            run,
            interactions,
            Map.of("links", (double) links.count()),
            GfCfModel.fields(run.name(), factors));
    RelatedItems linear =
        links.model(manifest, interactions.items(), RelatedItems.Memory.fading(half_life));
    return new GfCfModel(manifest, linear, interactions.items(), factors, spoken, heard);
  }

  private static Matrix normalized(Matrix strengths, double[] popularity) {
    double[] activity = strengths.sums();
    return strengths.map(
        (user, item, value) -> value / Math.sqrt(activity[user] * popularity[item]));
  }

  /** Each row times a power of its item's popularity; zeros where nobody likes the item. */
  private float[] scaled(float[] vectors, double[] popularity, double power) {
    float[] scaled = vectors.clone();
    for (int item = 0; item < popularity.length; item++) {
      double scale = popularity[item] == 0 ? 0 : Math.pow(popularity[item], power);
      Kernels.get().scale((float) scale, scaled, item * factors, factors);
    }
    return scaled;
  }

  /** α·(I − s·P)·rows. */
  private float[] heard(float[] rows, Matrix users, Matrix items, int threads) {
    if (sharpening > 0) {
      float[] smeared =
          SparseProduct.of(
              items, SparseProduct.of(users, rows, factors, threads), factors, threads);
      Kernels.get().axpy((float) -sharpening, smeared, 0, rows, 0, rows.length);
    }
    Kernels.get().scale((float) alpha, rows, 0, rows.length);
    return rows;
  }

  private static final class Paths extends SharedUsers {
    Paths(Matrix users, Matrix items) {
      super(users, items);
    }

    @Override
    public double score(int other) {
      return dot(other);
    }
  }
}
