package dev.kindred.model.deep;

import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.neural.Dense;
import dev.kindred.model.Network;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A product of factors beside a rectified feed-forward network, whose first layer is split in two:
 * being linear, its share of the item is in the item's vector and its share of the user, with the
 * bias, in the request's inputs, so that what is left to do for a document is one addition, the
 * smaller layers and a dot product. Item and inputs both are {@code [factors | first layer]}.
 * Immutable and thread-safe.
 */
public final class JointNetwork implements Network {
  private final String id;
  private final int factors;
  private final int first;
  private final List<Dense> hidden;
  private final Dense output;

  /**
   * @param factors numbers of the product; may be 0
   * @param first width of the first layer, whose matrix is not needed here
   * @param hidden the layers after the first, each rectified; may be empty
   * @param output one number
   */
  public JointNetwork(String id, int factors, int first, List<Dense> hidden, Dense output) {
    this.id = id;
    this.factors = factors;
    this.first = first;
    this.hidden = List.copyOf(hidden);
    this.output = output;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int itemSize() {
    return factors + first;
  }

  @Override
  public int inputSize() {
    return factors + first;
  }

  @Override
  public Join join(float[] inputs) {
    return new Bound(inputs);
  }

  private final class Bound implements Join {
    private final float[] inputs;
    private final float[][] activations = new float[hidden.size() + 1][];
    private final float[] logit = new float[1];
    private double product;

    Bound(float[] inputs) {
      this.inputs = inputs;
      activations[0] = new float[first];
      for (int l = 0; l < hidden.size(); l++) {
        activations[l + 1] = new float[hidden.get(l).out()];
      }
    }

    @Override
    public double apply(float[] item) {
      product = Kernels.get().dot(inputs, 0, item, 0, factors);
      float[] x = activations[0];
      for (int i = 0; i < first; i++) {
        x[i] = Math.max(0, inputs[factors + i] + item[factors + i]);
      }
      for (int l = 0; l < hidden.size(); l++) {
        Forward.row(hidden.get(l), x, activations[l + 1]);
        x = activations[l + 1];
        Forward.rectify(x);
      }
      Forward.row(output, x, logit);
      return product + logit[0];
    }

    @Override
    public Map<String, Double> terms() {
      Map<String, Double> terms = new LinkedHashMap<>();
      if (factors > 0) {
        // The only factor of a model without any is the item's bias, times 1.
        terms.put(factors == 1 ? "bias" : "product of " + factors + " factors", product);
      }
      terms.put(seen(), (double) logit[0]);
      return terms;
    }

    private String seen() {
      StringBuilder widths = new StringBuilder();
      for (float[] layer : activations) {
        int active = 0;
        for (float x : layer) {
          active += x > 0 ? 1 : 0;
        }
        widths.append(String.format(Locale.ROOT, "%d of %d, ", active, layer.length));
      }
      return "hidden layers, units active: " + widths.substring(0, widths.length() - 2);
    }
  }
}
