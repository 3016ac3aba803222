package dev.kindred.model.rating;

import dev.kindred.data.IdMap;
import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.artifact.DType;
import dev.kindred.internal.artifact.Tensor;
import java.io.IOException;

/**
 * The learned numbers of a factorization machine: S parameter sets, of which predictions are the
 * mean. Everything comes in rows of S·(k + 1) numbers: for each set k factors, then one weight.
 * Immutable by agreement.
 *
 * @param items those with a row
 * @param itemRows what an item's features add up to; the weight includes how they interact
 * @param implicitRows what having rated an item says of a user; empty when that is not a feature
 * @param features of users and items by name, such as {@code user:age=25}
 * @param featureRows in the order of {@code features}
 * @param priors three rows: mean and precision of a user's own row (precision over that of the
 *     ratings), and the mean of an item's own
 * @param intercepts one a set, in stars
 * @param cutpoints one a set between each two levels of stars; empty when stars are the value
 *     itself
 */
public record FmParameters(
    IdMap items,
    float[] itemRows,
    float[] implicitRows,
    IdMap features,
    float[] featureRows,
    float[] priors,
    float[] intercepts,
    float[] cutpoints) {

  static FmParameters read(FmModel.Settings settings, ArtifactReader artifact) throws IOException {
    IdMap items = IdMap.of(artifact.strings("items"));
    IdMap features = IdMap.of(artifact.strings("features"));
    int width = settings.width();
    int cutpoints = Math.max(0, settings.levels().size() - 1);
    return new FmParameters(
        items,
        artifact.tensor("item_rows", DType.F32, items.size(), width).floats(),
        settings.implicit()
            ? artifact.tensor("implicit_rows", DType.F32, items.size(), width).floats()
            : new float[0],
        features,
        artifact.tensor("feature_rows", DType.F32, features.size(), width).floats(),
        artifact.tensor("priors", DType.F32, 3, width).floats(),
        artifact.tensor("intercepts", DType.F32, settings.samples()).floats(),
        artifact.tensor("cutpoints", DType.F32, settings.samples(), cutpoints).floats());
  }

  void save(FmModel.Settings settings, ArtifactWriter artifact) {
    int width = settings.width();
    int cutpoints = Math.max(0, settings.levels().size() - 1);
    artifact
        .strings("items", items.ids())
        .strings("features", features.ids())
        .tensor("item_rows", Tensor.of(itemRows, items.size(), width))
        .tensor("feature_rows", Tensor.of(featureRows, features.size(), width))
        .tensor("priors", Tensor.of(priors, 3, width))
        .tensor("intercepts", Tensor.of(intercepts, settings.samples()))
        .tensor("cutpoints", Tensor.of(this.cutpoints, settings.samples(), cutpoints));
    if (settings.implicit()) {
      artifact.tensor("implicit_rows", Tensor.of(implicitRows, items.size(), width));
    }
  }
}
