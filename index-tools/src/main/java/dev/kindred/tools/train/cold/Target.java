package dev.kindred.tools.train.cold;

import dev.kindred.data.Item;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import dev.kindred.model.cold.ContentSpace;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.IndexableField;

/** The vectors that one model gave to items with events, beside the content of those items. */
final class Target {
  /** No catalogue has it. */
  private static final String NEW = "\uffff new";

  private final Model model;
  private final Manifest.FieldSpec field;
  private final List<float[]> contents = new ArrayList<>();
  private final List<float[]> vectors = new ArrayList<>();
  private final List<Double> weights = new ArrayList<>();

  Target(Model model, Manifest.FieldSpec field) {
    this.model = model;
    this.field = field;
  }

  /**
   * The vector fields of a model that leaves them out for an item it never saw. A model of several
   * domains has a block for each, which content alone would mix up.
   */
  static List<Manifest.FieldSpec> fields(Model model, Iterable<Item> items) {
    if (model.manifest().kind().equals("crossdomain")) {
      return List.of();
    }
    return model.manifest().fields().stream()
        .filter(field -> field.type().equals("vector") && !readsContent(model, field, items))
        .toList();
  }

  /** Whether anything written about an item is enough for its vector. */
  private static boolean readsContent(Model model, Manifest.FieldSpec field, Iterable<Item> items) {
    for (Item item : items) {
      if (vector(model, field, new Item(NEW, item.fields())) != null) {
        return true;
      }
    }
    return false;
  }

  /** Adds the item, if anything was learned and anything is written about it. */
  void add(Item item, ContentSpace space, double weight) {
    float[] vector = vector(model, field, item);
    float[] content = vector == null ? null : space.of(item);
    if (content != null) {
      contents.add(content);
      vectors.add(vector);
      weights.add(weight);
    }
  }

  int size() {
    return weights.size();
  }

  Samples samples() {
    return new Samples(
        contents.toArray(float[][]::new),
        vectors.toArray(float[][]::new),
        weights.stream().mapToDouble(w -> w).toArray());
  }

  private static float[] vector(Model model, Manifest.FieldSpec field, Item item) {
    List<IndexableField> fields = new ArrayList<>();
    model.index(item, fields::add);
    for (IndexableField one : fields) {
      if (one instanceof KnnFloatVectorField vector && one.name().equals(field.name())) {
        return vector.vectorValue();
      }
    }
    return null;
  }
}
