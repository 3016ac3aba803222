package dev.kindred.benchmarks.build;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.index.Schema;
import dev.kindred.model.Manifest;
import dev.kindred.model.Manifest.FieldSpec;
import dev.kindred.model.Model;
import dev.kindred.model.factor.AlsModel;
import dev.kindred.model.related.RelatedItems;
import dev.kindred.tools.simulate.Simulator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Simulated books, and two models that know all of them without having been trained.
 *
 * @param seed of everything
 * @param size how many books
 */
record Catalogue(long seed, int size) {
  private static final int FACTORS = 64;
  private static final int RELATED = 50;
  private static final String VERSION = "simulated";

  Schema schema() {
    return new Schema(
        List.of("title", "description"),
        List.of("author", "category", "tags", "series"),
        List.of("price", "volume"),
        "published",
        null,
        Map.of(),
        "english");
  }

  Iterable<Item> items() {
    return new Simulator(seed, size, 1, 1).catalogue();
  }

  private IdMap ids() {
    IdMap.Builder ids = new IdMap.Builder();
    items().forEach(item -> ids.add(item.id()));
    return ids.build();
  }

  /** Vectors of 64 dimensions. */
  Model als() {
    SplittableRandom random = new SplittableRandom(seed);
    float[] factors = new float[Math.multiplyExact(size, FACTORS)];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = (float) (random.nextGaussian() / Math.sqrt(FACTORS));
    }
    var settings = new AlsModel.Settings(FACTORS, 10, 1, 0.003, 1);
    return new AlsModel(
        manifest("als", "als", AlsModel.fields("als", FACTORS)), settings, ids(), factors);
  }

  /** Fifty related items each. */
  Model related() {
    SplittableRandom random = new SplittableRandom(seed + 1);
    int degree = Math.min(RELATED, size - 1);
    long[] starts = new long[size + 1];
    int[] others = new int[size * degree];
    float[] weights = new float[size * degree];
    for (int i = 0; i < size; i++) {
      int first = i + 1 + random.nextInt(size - degree);
      for (int k = 0; k < degree; k++) {
        others[i * degree + k] = (first + k) % size;
        weights[i * degree + k] = random.nextFloat();
      }
      starts[i + 1] = (i + 1L) * degree;
    }
    return RelatedItems.of(
        manifest("related", "itemknn", RelatedItems.fields("itemknn")),
        ids(),
        starts,
        others,
        weights,
        RelatedItems.Memory.fading(null));
  }

  private static Manifest manifest(String kind, String name, List<FieldSpec> fields) {
    return new Manifest(
        Manifest.FORMAT, kind, name, VERSION, Instant.EPOCH, Map.of(), Map.of(), Map.of(), fields);
  }
}
