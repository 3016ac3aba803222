package dev.kindred.model.domain;

import dev.kindred.data.IdMap;
import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.artifact.DType;
import dev.kindred.internal.artifact.Tensor;
import dev.kindred.internal.math.Kernels;
import dev.kindred.model.Manifest;
import dev.kindred.model.factor.AlsModel;
import java.io.IOException;

/**
 * One domain: its items in a space of their own, and what finds a user's place among them.
 * Immutable by agreement.
 *
 * @param rows row-major, one row of {@code width} for each item
 */
record Space(IdMap items, int width, float[] rows, AlsModel users) {
  static Space of(Manifest manifest, AlsModel.Settings settings, IdMap items, float[] rows) {
    return new Space(
        items, settings.factors(), rows, new AlsModel(manifest, settings, items, rows));
  }

  static Space read(
      Manifest manifest, AlsModel.Settings settings, ArtifactReader artifact, int number)
      throws IOException {
    IdMap items = IdMap.of(artifact.strings("items." + number));
    float[] rows =
        artifact
            .tensor("item_factors." + number, DType.F32, items.size(), settings.factors())
            .floats();
    return of(manifest, settings, items, rows);
  }

  void save(ArtifactWriter artifact, int number) {
    artifact
        .strings("items." + number, items.ids())
        .tensor("item_factors." + number, Tensor.of(rows, items.size(), width));
  }

  /** Whether anything is known of the item. */
  boolean knows(String itemId) {
    int ordinal = items.ordinal(itemId);
    return ordinal >= 0
        && Kernels.get().dot(rows, ordinal * width, rows, ordinal * width, width) > 0;
  }

  /** Writes the item's vector into a longer one. */
  void copy(String itemId, float[] into, int at) {
    System.arraycopy(rows, items.ordinal(itemId) * width, into, at, width);
  }
}
