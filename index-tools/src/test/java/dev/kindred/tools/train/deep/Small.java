package dev.kindred.tools.train.deep;

import dev.kindred.data.IdMap;
import dev.kindred.internal.neural.Parameter;
import dev.kindred.model.deep.ContentFeatures;
import dev.kindred.model.deep.ItemSpace;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A few items with features, and weights to check gradients at. */
final class Small {
  static final ContentFeatures CONTENT = new ContentFeatures(List.of("genre"), Map.of());
  static final ItemSpace SPACE =
      new ItemSpace(
          IdMap.of(List.of("a", "b", "c", "d", "e", "f")),
          IdMap.of(List.of("genre=x", "genre=y")),
          CONTENT,
          new int[] {0, 1, 3, 4, 4, 5, 6},
          new int[] {0, 0, 1, 1, 0, 1});
  static final List<String> CONTEXT = List.of("hour=0", "hour=1", "weekday=1");

  private Small() {}

  static void draw(List<Parameter> parameters, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (Parameter parameter : parameters) {
      for (int i = 0; i < parameter.values().length; i++) {
        parameter.values()[i] = (float) random.nextDouble(-1, 1);
      }
    }
  }
}
