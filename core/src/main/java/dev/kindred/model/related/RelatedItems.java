package dev.kindred.model.related;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.artifact.DType;
import dev.kindred.internal.artifact.Later;
import dev.kindred.internal.artifact.Tensor;
import dev.kindred.internal.text.FrequencyField;
import dev.kindred.model.Encoding;
import dev.kindred.model.Fields;
import dev.kindred.model.Liking;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexableField;

/**
 * Any model that scores an item by a weighted sum over the items of the history: item-kNN, EASE and
 * their kin. The field {@code model.NAME} of an item's document holds one term for each related
 * item j, {@code +j} or {@code -j} by the sign of its weight, with the frequency {@code |weight| /
 * step}; the user's encoding gives {@code +j} and {@code -j} the strength of j in the history times
 * {@code ±step}. The sum over terms of encoding × frequency is the model's score to within half a
 * step for each item of the history. Immutable and thread-safe; links stay in the mapped file.
 */
public final class RelatedItems implements Model {
  private static final double FINEST = 1 << 20;
  private static final double LONGEST = 1 << 30;

  private final Manifest manifest;
  private final Settings settings;
  private final IdMap items;
  private final long[] starts;
  private final Tensor related;
  private final Tensor weights;

  /**
   * @param step the weight that a term frequency of 1 stands for
   * @param negative whether any weight is below zero
   * @param half_life see {@link Memory}; null when events do not age
   * @param length see {@link Memory}; null when every item speaks
   * @param decay see {@link Memory}; null when the order does not matter
   */
  record Settings(
      double step,
      boolean negative,
      Duration half_life,
      @Later Integer length,
      @Later Double decay) {
    Memory memory() {
      return length == null ? Memory.fading(half_life) : new Memory(half_life, length, decay);
    }
  }

  /**
   * How the items of a history speak.
   *
   * @param halfLife after which an event counts half; null when they do not age
   * @param length only so many distinct items, the latest, say anything
   * @param decay each item's word is worth this much of the word of the item after it
   */
  public record Memory(Duration halfLife, int length, double decay) {
    /** All items speak, whatever their order. */
    public static Memory fading(Duration halfLife) {
      return new Memory(halfLife, Integer.MAX_VALUE, 1);
    }

    private boolean ordered() {
      return length != Integer.MAX_VALUE || decay != 1;
    }

    List<Liking> recall(UserState user, Situation situation) {
      List<Liking> likings = Liking.of(user, situation, halfLife);
      List<Liking> recalled = new ArrayList<>();
      double worth = 1;
      for (Liking liking : likings.subList(0, Math.min(length, likings.size()))) {
        recalled.add(new Liking(liking.itemId(), liking.weight() * worth));
        worth *= decay;
      }
      return recalled;
    }
  }

  private RelatedItems(
      Manifest manifest,
      Settings settings,
      IdMap items,
      long[] starts,
      Tensor related,
      Tensor weights) {
    this.manifest = manifest;
    this.settings = settings;
    this.items = items;
    this.starts = starts;
    this.related = related;
    this.weights = weights;
  }

  /**
   * Item {@code i} is scored by the items {@code related[starts[i]]} to before {@code starts[i +
   * 1]}, each with its weight. The step is the finest of 2⁻²⁰ of the largest weight that keeps the
   * frequencies of a document below 2³¹ in sum.
   *
   * @param related ordinals of items, distinct within one item's range
   * @param weights finite; zeros are not indexed
   */
  public static RelatedItems of(
      Manifest manifest,
      IdMap items,
      long[] starts,
      int[] related,
      float[] weights,
      Memory memory) {
    double largest = 0;
    double longest = 0;
    boolean negative = false;
    for (int i = 0; i < items.size(); i++) {
      double sum = 0;
      for (int p = (int) starts[i]; p < starts[i + 1]; p++) {
        sum += Math.abs(weights[p]);
        largest = Math.max(largest, Math.abs(weights[p]));
        negative |= weights[p] < 0;
      }
      longest = Math.max(longest, sum);
    }
    double step = Math.max(largest / FINEST, longest / LONGEST);
    boolean ordered = memory.ordered();
    Settings settings =
        new Settings(
            step == 0 ? 1 : step,
            negative,
            memory.halfLife,
            ordered ? (Integer) memory.length : null,
            ordered ? (Double) memory.decay : null);
    return new RelatedItems(
        manifest, settings, items, starts, Tensor.of(related), Tensor.of(weights));
  }

  /** What a model of this name writes. */
  public static List<Manifest.FieldSpec> fields(String name) {
    return List.of(new Manifest.FieldSpec(Fields.of(name), "sparse", 0));
  }

  public static Model read(Manifest manifest, ArtifactReader artifact) throws IOException {
    IdMap items = IdMap.of(artifact.strings("items"));
    return read(manifest, artifact.settings(Settings.class), items, artifact);
  }

  static RelatedItems read(
      Manifest manifest, Settings settings, IdMap items, ArtifactReader artifact)
      throws IOException {
    long[] starts = artifact.tensor("starts", DType.I64, items.size() + 1L).longs();
    long links = starts[items.size()];
    return new RelatedItems(
        manifest,
        settings,
        items,
        starts,
        artifact.tensor("related", DType.I32, links),
        artifact.tensor("weights", DType.F32, links));
  }

  @Override
  public void save(Path directory) throws IOException {
    write(new ArtifactWriter()).write(directory, manifest, settings);
  }

  ArtifactWriter write(ArtifactWriter artifact) {
    return artifact
        .strings("items", items.ids())
        .tensor("starts", Tensor.of(starts))
        .tensor("related", related)
        .tensor("weights", weights);
  }

  Settings settings() {
    return settings;
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public void index(Item item, Consumer<IndexableField> document) {
    int ordinal = items.ordinal(item.id());
    if (ordinal < 0 || starts[ordinal] == starts[ordinal + 1]) {
      return;
    }
    Map<String, Integer> frequencies = frequencies(ordinal);
    if (!frequencies.isEmpty()) {
      document.accept(FrequencyField.of(Fields.of(manifest.name()), frequencies, false));
    }
  }

  private Map<String, Integer> frequencies(int ordinal) {
    int from = (int) starts[ordinal];
    int count = (int) (starts[ordinal + 1] - from);
    int[] ids = related.ints(from, count);
    float[] values = weights.floats(from, count);
    Map<String, Integer> frequencies = new LinkedHashMap<>();
    for (int k = 0; k < count; k++) {
      if (values[k] != 0) {
        long frequency = Math.round(Math.abs(values[k]) / settings.step);
        frequencies.put(
            (values[k] > 0 ? "+" : "-") + items.id(ids[k]), (int) Math.max(1, frequency));
      }
    }
    return frequencies;
  }

  @Override
  public Encoding encode(UserState user, Situation situation) {
    return encode(settings.memory().recall(user, situation));
  }

  Encoding encode(List<Liking> likings) {
    Map<String, Float> terms = new HashMap<>();
    Map<String, String> causes = new HashMap<>();
    for (Liking liking : likings) {
      if (items.ordinal(liking.itemId()) >= 0) {
        float weight = (float) (liking.weight() * settings.step);
        add("+", liking.itemId(), weight, terms, causes);
        if (settings.negative) {
          add("-", liking.itemId(), -weight, terms, causes);
        }
      }
    }
    return terms.isEmpty()
        ? Liking.none(likings, "is known to " + manifest.name())
        : new Encoding.Sparse(Fields.of(manifest.name()), terms, "", causes);
  }

  private static void add(
      String sign,
      String itemId,
      float weight,
      Map<String, Float> terms,
      Map<String, String> causes) {
    terms.put(sign + itemId, weight);
    causes.put(sign + itemId, itemId);
  }
}
