package dev.kindred.model.factor;

import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.artifact.DType;
import dev.kindred.internal.artifact.Tensor;
import dev.kindred.internal.math.Kernels;
import dev.kindred.model.Encoding;
import dev.kindred.model.Liking;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A user's hidden units {@code h = f(c + Σ xᵢ·Vᵢ)} for the history x, and 1. What each item of the
 * history contributed is its share of h − f(c): unit by unit in proportion to {@code xᵢ·Vᵢ}, the
 * rescale rule of Shrikumar et al. (2017, "Learning important features through propagating
 * activation differences"), so that the parts add up exactly. Immutable and thread-safe.
 */
final class HistoryEncoder implements AutorecModel.Query {
  private static final String ENCODER = "encoder";
  private static final String HIDDEN_BIAS = "hidden_bias";

  /** Below this a difference says nothing about proportions, and the slope is taken instead. */
  private static final float FLAT = 1e-6f;

  private final AutorecModel.Settings settings;
  private final float[] encoder;
  private final float[] hiddenBias;

  HistoryEncoder(AutorecModel.Settings settings, float[] encoder, float[] hiddenBias) {
    this.settings = settings;
    this.encoder = encoder;
    this.hiddenBias = hiddenBias;
  }

  static HistoryEncoder read(AutorecModel.Settings settings, int items, ArtifactReader artifact)
      throws IOException {
    long k = settings.factors();
    return new HistoryEncoder(
        settings,
        artifact.tensor(ENCODER, DType.F32, items, k).floats(),
        artifact.tensor(HIDDEN_BIAS, DType.F32, k).floats());
  }

  @Override
  public void save(ArtifactWriter artifact) {
    int k = settings.factors();
    artifact
        .tensor(ENCODER, Tensor.of(encoder, encoder.length / k, k))
        .tensor(HIDDEN_BIAS, Tensor.of(hiddenBias, k));
  }

  @Override
  public Encoding encode(String field, List<Liking> known, int[] ordinals) {
    int k = settings.factors();
    float[] input = input(known);
    float[] sum = hiddenBias.clone();
    for (int i = 0; i < input.length; i++) {
      Kernels.get().axpy(input[i], encoder, ordinals[i] * k, sum, 0, k);
    }
    float[] vector = new float[k + 1];
    for (int f = 0; f < k; f++) {
      vector[f] = settings.loss().hidden(sum[f]);
    }
    vector[k] = 1;
    float[] slope = slope(sum, vector);
    Map<String, float[]> parts = new HashMap<>();
    for (int i = 0; i < input.length; i++) {
      if (input[i] != 0) {
        float[] part = new float[k + 1];
        for (int f = 0; f < k; f++) {
          part[f] = slope[f] * input[i] * encoder[ordinals[i] * k + f];
        }
        parts.put(known.get(i).itemId(), part);
      }
    }
    return new Encoding.Dense(field, vector, parts);
  }

  /** The strengths as the network was trained to take them in. */
  private float[] input(List<Liking> known) {
    double[] weights = known.stream().mapToDouble(Liking::weight).toArray();
    if (settings.loss() == AutorecModel.Loss.MULTINOMIAL) {
      toUnitLength(weights);
    }
    float[] input = new float[weights.length];
    for (int i = 0; i < input.length; i++) {
      input[i] = (float) weights[i];
    }
    return input;
  }

  /** Without dislikes; beside the largest, so that not even what is very old squares to nothing. */
  private static void toUnitLength(double[] weights) {
    double largest = Arrays.stream(weights).max().orElseThrow();
    double square = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.max(0, weights[i]) / largest;
      square += weights[i] * weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= Math.sqrt(square);
    }
  }

  /** (h − f(c)) / (sum − c), unit by unit. */
  private float[] slope(float[] sum, float[] hidden) {
    float[] slope = new float[settings.factors()];
    for (int f = 0; f < slope.length; f++) {
      float rest = settings.loss().hidden(hiddenBias[f]);
      float way = sum[f] - hiddenBias[f];
      slope[f] = Math.abs(way) < FLAT ? settings.loss().slope(rest) : (hidden[f] - rest) / way;
    }
    return slope;
  }
}
