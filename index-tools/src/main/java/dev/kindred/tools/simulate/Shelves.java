package dev.kindred.tools.simulate;

import dev.kindred.data.Item;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** A catalogue as readers see it: items by keyword, the volume that comes next, and popularity. */
final class Shelves {
  /** A keyword of fewer items is too narrow to be anybody's favourite. */
  private static final int NARROW = 3;

  private static final double SKEW = 0.9;
  private static final double HEAD = 10;

  private final List<String> ids = new ArrayList<>();
  private final List<int[]> keywordsOf = new ArrayList<>();
  private final List<int[]> shelves = new ArrayList<>();
  private final List<Alias> shelfPopularity = new ArrayList<>();
  private final int[] nextVolume;
  private final Alias popularity;
  private final Alias favourites;

  Shelves(long seed, Iterable<Item> catalogue, List<String> keywordFields) {
    Map<String, Integer> keywords = new LinkedHashMap<>();
    Map<String, SortedMap<Double, Integer>> series = new HashMap<>();
    for (Item item : catalogue) {
      int number = ids.size();
      ids.add(item.id());
      keywordsOf.add(keywords(item, keywordFields, keywords));
      if (!item.text("series").isEmpty()) {
        series
            .computeIfAbsent(item.text("series"), name -> new TreeMap<>())
            .put(volume(item, number), number);
      }
    }
    if (ids.isEmpty()) {
      throw new IllegalArgumentException("the catalogue is empty; nobody can read from it");
    }
    nextVolume = nextVolumes(series);
    double[] weights = weights(Seeds.of(seed, -3));
    popularity = new Alias(weights);
    fill(keywords.size(), weights);
    favourites = shelves.isEmpty() ? null : new Alias(appeal(weights));
  }

  private static int[] keywords(Item item, List<String> fields, Map<String, Integer> numbers) {
    return fields.stream()
        .flatMap(field -> item.values(field).stream().map(value -> field + "=" + value))
        .mapToInt(keyword -> numbers.computeIfAbsent(keyword, any -> numbers.size()))
        .distinct()
        .toArray();
  }

  private static double volume(Item item, int number) {
    return item.fields().get("volume") instanceof Number volume ? volume.doubleValue() : number;
  }

  private int[] nextVolumes(Map<String, SortedMap<Double, Integer>> series) {
    int[] next = new int[ids.size()];
    Arrays.fill(next, -1);
    for (SortedMap<Double, Integer> volumes : series.values()) {
      int before = -1;
      for (int volume : volumes.values()) {
        if (before >= 0) {
          next[before] = volume;
        }
        before = volume;
      }
    }
    return next;
  }

  /** Popularity by a power of the rank, ranks given out at random. */
  private double[] weights(RandomGenerator random) {
    int[] rank = new int[ids.size()];
    for (int i = 0; i < rank.length; i++) {
      int j = random.nextInt(i + 1);
      rank[i] = rank[j];
      rank[j] = i;
    }
    return Arrays.stream(rank).mapToDouble(r -> Math.pow(r + HEAD, -SKEW)).toArray();
  }

  private void fill(int keywords, double[] weights) {
    int[] counts = new int[keywords];
    keywordsOf.forEach(of -> Arrays.stream(of).forEach(keyword -> counts[keyword]++));
    int[] shelfOf = new int[keywords];
    Arrays.fill(shelfOf, -1);
    for (int keyword = 0; keyword < keywords; keyword++) {
      if (counts[keyword] >= NARROW) {
        shelfOf[keyword] = shelves.size();
        shelves.add(new int[counts[keyword]]);
      }
    }
    int[] filled = new int[shelves.size()];
    for (int item = 0; item < ids.size(); item++) {
      int[] on =
          Arrays.stream(keywordsOf.get(item)).map(k -> shelfOf[k]).filter(s -> s >= 0).toArray();
      keywordsOf.set(item, on);
      for (int shelf : on) {
        shelves.get(shelf)[filled[shelf]++] = item;
      }
    }
    for (int[] shelf : shelves) {
      shelfPopularity.add(new Alias(Arrays.stream(shelf).mapToDouble(i -> weights[i]).toArray()));
    }
  }

  /** A shelf attracts readers as the root of what stands on it: the broad do not drown the rest. */
  private double[] appeal(double[] weights) {
    return shelves.stream()
        .mapToDouble(shelf -> Math.sqrt(Arrays.stream(shelf).mapToDouble(i -> weights[i]).sum()))
        .toArray();
  }

  int size() {
    return ids.size();
  }

  String id(int item) {
    return ids.get(item);
  }

  /** The next volume of the item's series, or -1. */
  int next(int item) {
    return nextVolume[item];
  }

  /** A shelf to like, or -1 when the catalogue has no keywords. */
  int favourite(RandomGenerator random) {
    return favourites == null ? -1 : favourites.draw(random);
  }

  /** A shelf that the item stands on too, or any. */
  int shelfWith(int item, RandomGenerator random) {
    int[] on = keywordsOf.get(item);
    return on.length == 0 ? favourite(random) : on[random.nextInt(on.length)];
  }

  /** An item from a shelf by popularity; from everywhere when the shelf is -1. */
  int draw(int shelf, RandomGenerator random) {
    return shelf < 0
        ? popularity.draw(random)
        : shelves.get(shelf)[shelfPopularity.get(shelf).draw(random)];
  }

  boolean stands(int item, int shelf) {
    return Arrays.stream(keywordsOf.get(item)).anyMatch(on -> on == shelf);
  }
}
