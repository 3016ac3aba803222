package dev.kindred.model.deep;

import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.neural.Dense;
import dev.kindred.internal.neural.Parameter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of a {@link JointModel}, with k factors, m numbers of embedding and r rows of {@link
 * ItemSpace}: {@code logit = Σ output[f]·p[f]·q[f] + bias of the item + output·hidden(…hidden([p′,
 * q′]))}. A gradient is another instance. Immutable by agreement.
 *
 * @param itemFactors q[r × k]
 * @param itemEmbedding q′[r × m]
 * @param itemBias [r]
 * @param historyFactors what a liked item adds to p[r × k]
 * @param historyEmbedding what a liked item adds to p′[r × m]
 * @param contextEmbedding what a feature of user or moment adds to p′
 * @param hidden the layers; the first takes p′ before q′
 * @param output from the product's k factors and then the last hidden layer to the logit
 */
public record JointWeights(
    int factors,
    int embedding,
    float[] itemFactors,
    float[] itemEmbedding,
    float[] itemBias,
    float[] historyFactors,
    float[] historyEmbedding,
    float[] contextEmbedding,
    List<Dense> hidden,
    Dense output) {

  /** Weights of these shapes, all 0. */
  public static JointWeights zeros(JointModel.Settings settings, int rows) {
    int k = settings.factors();
    int m = settings.embedding();
    List<Dense> hidden = Forward.layers(2 * m, settings.layers());
    return new JointWeights(
        k,
        m,
        new float[Math.multiplyExact(rows, k)],
        new float[Math.multiplyExact(rows, m)],
        new float[rows],
        new float[rows * k],
        new float[rows * m],
        new float[settings.context().size() * m],
        hidden,
        Dense.zeros(k + hidden.getLast().out(), 1));
  }

  /** All of them by the names of their tensors. */
  public List<Parameter> parameters() {
    int rows = itemBias.length;
    List<Parameter> all = new ArrayList<>();
    all.add(new Parameter("item_factors", itemFactors, rows, factors));
    all.add(new Parameter("item_embedding", itemEmbedding, rows, embedding));
    all.add(new Parameter("item_bias", itemBias, rows));
    all.add(new Parameter("history_factors", historyFactors, rows, factors));
    all.add(new Parameter("history_embedding", historyEmbedding, rows, embedding));
    int context = contextEmbedding.length / embedding;
    all.add(new Parameter("context_embedding", contextEmbedding, context, embedding));
    for (int l = 0; l < hidden.size(); l++) {
      all.addAll(hidden.get(l).parameters("hidden." + l));
    }
    all.addAll(output.parameters("output"));
    return all;
  }

  void read(ArtifactReader artifact) throws IOException {
    Parameter.read(artifact, parameters());
  }

  void save(ArtifactWriter artifact) {
    Parameter.write(artifact, parameters());
  }

  private Dense first() {
    return hidden.getFirst();
  }

  /** What is left for the window: everything but the first layer's matrix. */
  JointNetwork network(String id) {
    int last = output.in() - factors;
    float[] head = new float[last];
    System.arraycopy(output.weights(), factors, head, 0, last);
    return new JointNetwork(
        id,
        factors + 1,
        first().out(),
        hidden.subList(1, hidden.size()),
        new Dense(last, 1, head, output.bias()));
  }

  /** {@code [q | bias | q′·W]}: the item's share of product and first layer. */
  float[] item(ItemSpace items, int[] rows) {
    float[] vector = new float[factors + 1 + first().out()];
    items.add(1, itemFactors, factors, rows, vector, 0);
    items.add(1, itemBias, 1, rows, vector, factors);
    float[] embedded = new float[embedding];
    items.add(1, itemEmbedding, embedding, rows, embedded, 0);
    Forward.add(first(), embedding, embedding, embedded, vector, factors + 1);
    return vector;
  }

  /** {@code [output·p | 1 | p′·W + b]}: the user's share of product and first layer. */
  float[] inputs(float[] p, float[] embedded) {
    float[] inputs = new float[factors + 1 + first().out()];
    for (int f = 0; f < factors; f++) {
      inputs[f] = output.weights()[f] * p[f];
    }
    inputs[factors] = 1;
    System.arraycopy(first().bias(), 0, inputs, factors + 1, first().out());
    Forward.add(first(), 0, embedding, embedded, inputs, factors + 1);
    return inputs;
  }
}
