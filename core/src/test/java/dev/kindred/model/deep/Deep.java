package dev.kindred.model.deep;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.internal.neural.Parameter;
import dev.kindred.model.Tastes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Small models with drawn weights. */
final class Deep {
  static final ContentFeatures CONTENT =
      new ContentFeatures(List.of("genre"), Map.of("price", List.of(10.0, 15.0)));
  static final ItemSpace PLAIN =
      new ItemSpace(
          IdMap.of(List.of("i0", "i1", "i2", "i3")),
          IdMap.of(List.of()),
          ContentFeatures.NONE,
          new int[5],
          new int[0]);
  static final ItemSpace DESCRIBED =
      new ItemSpace(
          IdMap.of(List.of("i0", "i1", "i2", "i3")),
          IdMap.of(List.of("genre=horror", "genre=comedy", "price#1")),
          CONTENT,
          new int[] {0, 1, 3, 4, 4},
          new int[] {0, 0, 2, 1});
  static final List<String> CONTEXT = List.of("device=mobile", "hour=12", "weekday=7", "hour=3");

  private Deep() {}

  static List<Item> items() {
    return List.of(
        new Item("i0", Map.of("genre", "horror")),
        new Item("i1", Map.of("genre", "horror", "price", 12)),
        new Item("i2", Map.of("genre", "comedy", "price", "cheap")),
        new Item("i3", Map.of()));
  }

  static Item cold() {
    return new Item("cold", Map.of("genre", List.of("comedy", "farce"), "price", 11.5));
  }

  private static void draw(List<Parameter> parameters, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (Parameter parameter : parameters) {
      for (int i = 0; i < parameter.values().length; i++) {
        parameter.values()[i] = (float) random.nextDouble(-1, 1);
      }
    }
  }

  static JointModel neuMf() {
    var settings =
        new JointModel.Settings(3, 2, List.of(4, 2), 0.5, 10, ContentFeatures.NONE, List.of());
    JointWeights weights = JointWeights.zeros(settings, PLAIN.rows());
    draw(weights.parameters(), 1);
    return new JointModel(
        Tastes.manifest("neumf", "neumf", JointModel.fields("neumf", settings, false)),
        settings,
        PLAIN,
        weights,
        null);
  }

  static JointModel wideDeep() {
    var settings = new JointModel.Settings(0, 2, List.of(4, 2), 0.5, 2, CONTENT, CONTEXT);
    JointWeights weights = JointWeights.zeros(settings, DESCRIBED.rows());
    draw(weights.parameters(), 2);
    int[] starts = new int[CONTEXT.size() + DESCRIBED.rows() + 1];
    Arrays.fill(starts, 1, 6, 2);
    Arrays.fill(starts, 6, starts.length, 3);
    Wide wide =
        new Wide(CONTEXT.size(), DESCRIBED, starts, new int[] {4, 5, 5}, new float[] {1, 2, -4});
    return new JointModel(
        Tastes.manifest("widedeep", "widedeep", JointModel.fields("widedeep", settings, true)),
        settings,
        DESCRIBED,
        weights,
        wide);
  }

  static TwoTowerModel twoTower() {
    var settings = new TwoTowerModel.Settings(3, 2, List.of(4), 2, 0.1, CONTENT, CONTEXT);
    TowerWeights weights = TowerWeights.zeros(settings, DESCRIBED.rows());
    draw(weights.parameters(), 3);
    return new TwoTowerModel(
        Tastes.manifest("twotower", "twotower", TwoTowerModel.fields("twotower", 3)),
        settings,
        DESCRIBED,
        weights);
  }
}
