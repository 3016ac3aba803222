package dev.kindred.model.deep;

import dev.kindred.internal.neural.Dense;
import dev.kindred.internal.neural.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of a {@link TwoTowerModel}, with r rows of {@link ItemSpace}. A gradient is another
 * instance. Immutable by agreement.
 *
 * @param itemEmbedding [r × d]: their sum, made a unit vector, is the item
 * @param historyEmbedding [r × m]: what the tower sees of a liked item
 * @param contextEmbedding what a feature of user or moment adds to that
 * @param tower rectified layers but for the last; the first takes m numbers and the example's age
 */
public record TowerWeights(
    int factors,
    int embedding,
    float[] itemEmbedding,
    float[] historyEmbedding,
    float[] contextEmbedding,
    List<Dense> tower) {

  /** Weights of these shapes, all 0. */
  public static TowerWeights zeros(TwoTowerModel.Settings settings, int rows) {
    int d = settings.factors();
    int m = settings.embedding();
    List<Integer> widths = new ArrayList<>(settings.layers());
    widths.add(d);
    return new TowerWeights(
        d,
        m,
        new float[Math.multiplyExact(rows, d)],
        new float[Math.multiplyExact(rows, m)],
        new float[settings.context().size() * m],
        Forward.layers(m + 1, widths));
  }

  /** All of them by the names of their tensors. */
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>();
    all.add(
        new Parameter("item_embedding", itemEmbedding, itemEmbedding.length / factors, factors));
    int rows = historyEmbedding.length / embedding;
    all.add(new Parameter("history_embedding", historyEmbedding, rows, embedding));
    int context = contextEmbedding.length / embedding;
    all.add(new Parameter("context_embedding", contextEmbedding, context, embedding));
    for (int l = 0; l < tower.size(); l++) {
      all.addAll(tower.get(l).parameters("tower." + l));
    }
    return all;
  }

  /** The query tower's answer to history and context, at age 0. */
  float[] tower(float[] input) {
    float[] x = input;
    for (int l = 0; l < tower.size(); l++) {
      float[] y = new float[tower.get(l).out()];
      Forward.row(tower.get(l), x, y);
      if (l + 1 < tower.size()) {
        Forward.rectify(y);
      }
      x = y;
    }
    return x;
  }
}
