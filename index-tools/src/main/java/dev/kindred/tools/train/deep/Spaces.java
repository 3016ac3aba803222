package dev.kindred.tools.train.deep;

import dev.kindred.data.Dataset;
import dev.kindred.data.IdMap;
import dev.kindred.data.Interactions;
import dev.kindred.data.Item;
import dev.kindred.internal.artifact.Digests;
import dev.kindred.model.deep.ContentFeatures;
import dev.kindred.model.deep.ItemSpace;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes the rows that describe items of a data set. */
final class Spaces {
  private static final int BUCKETS = 10;

  private Spaces() {}

  /** The features of these fields: numbers are cut at their deciles. */
  static ContentFeatures content(Dataset data, List<String> keywords, List<String> numbers) {
    Map<String, List<Double>> bounds = new TreeMap<>();
    for (String field : numbers) {
      List<Double> values = new ArrayList<>();
      for (Item item : data.items()) {
        if (item.fields().get(field) instanceof Number number) {
          values.add(number.doubleValue());
        }
      }
      values.sort(null);
      bounds.put(field, deciles(values));
    }
    return new ContentFeatures(keywords, bounds);
  }

  private static List<Double> deciles(List<Double> sorted) {
    List<Double> bounds = new ArrayList<>();
    for (int b = 1; b < BUCKETS && !sorted.isEmpty(); b++) {
      double bound = sorted.get(sorted.size() * b / BUCKETS);
      if (bounds.isEmpty() || bound > bounds.getLast()) {
        bounds.add(bound);
      }
    }
    return bounds;
  }

  /**
   * A row for each item that somebody liked, and one for each of the commonest features.
   *
   * @param most features
   */
  static ItemSpace of(Dataset data, ContentFeatures content, int most) {
    IdMap items = liked(data.interactions());
    Map<String, List<String>> names = new HashMap<>();
    Map<String, Integer> counts = new TreeMap<>();
    if (!content.equals(ContentFeatures.NONE)) {
      for (Item item : data.items()) {
        List<String> features = content.of(item).stream().distinct().toList();
        names.put(item.id(), features);
        features.forEach(feature -> counts.merge(feature, 1, Integer::sum));
      }
    }
    IdMap features = commonest(counts, most);
    int[] starts = new int[items.size() + 1];
    List<Integer> ordinals = new ArrayList<>();
    for (int item = 0; item < items.size(); item++) {
      names.getOrDefault(items.id(item), List.of()).stream()
          .map(features::ordinal)
          .filter(feature -> feature >= 0)
          .forEach(ordinals::add);
      starts[item + 1] = ordinals.size();
    }
    int[] flat = ordinals.stream().mapToInt(Integer::intValue).toArray();
    return new ItemSpace(items, features, content, starts, flat);
  }

  /** A digest of what content says of the items. */
  static String digest(Dataset data, ContentFeatures content) {
    MessageDigest digest = Digests.sha256();
    digest.update(new TreeMap<>(content.numbers()).toString().getBytes(StandardCharsets.UTF_8));
    for (Item item : data.items()) {
      digest.update((item.id() + content.of(item)).getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static IdMap commonest(Map<String, Integer> counts, int most) {
    return IdMap.of(
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(most)
            .map(Map.Entry::getKey)
            .toList());
  }

  private static IdMap liked(Interactions interactions) {
    boolean[] liked = new boolean[interactions.items().size()];
    for (int p = 0; p < interactions.size(); p++) {
      liked[interactions.item(p)] |= interactions.strength(p) > 0;
    }
    List<String> ids = new ArrayList<>();
    for (int item = 0; item < liked.length; item++) {
      if (liked[item]) {
        ids.add(interactions.items().id(item));
      }
    }
    return IdMap.of(ids);
  }
}
