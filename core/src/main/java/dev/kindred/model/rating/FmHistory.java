package dev.kindred.model.rating;

import dev.kindred.data.IdMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a factorization machine knows of a user.
 *
 * @param itemIds known items of the history
 * @param items their ordinals
 * @param stars their ratings
 * @param features ordinals of the user's known features
 */
record FmHistory(List<String> itemIds, int[] items, double[] stars, int[] features) {

  static FmHistory of(
      FmParameters parameters, Map<String, Double> stars, Map<String, String> attributes) {
    IdMap known = parameters.items();
    List<String> ids = stars.keySet().stream().filter(id -> known.ordinal(id) >= 0).toList();
    List<Integer> features = new ArrayList<>();
    attributes.forEach(
        (name, value) -> {
          int feature = parameters.features().ordinal(FmModel.userFeature(name, value));
          if (feature >= 0) {
            features.add(feature);
          }
        });
    return new FmHistory(
        ids,
        ids.stream().mapToInt(known::ordinal).toArray(),
        ids.stream().mapToDouble(stars::get).toArray(),
        features.stream().mapToInt(Integer::intValue).toArray());
  }

  boolean isEmpty() {
    return items.length == 0 && features.length == 0;
  }

  int size() {
    return items.length;
  }
}
