package dev.kindred.examples;

import dev.kindred.data.Event;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.model.Encoding;
import dev.kindred.model.Fields;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.VectorSimilarityFunction;

/**
 * A model in one file: items have vectors that somebody else made, of texts or of pictures, and a
 * user is the mean of what was liked. It retrieves, scores, explains and serves new users like the
 * models that Kindred trains. Pass it to {@code Recommender.Parts} and to {@code ItemWriter}.
 *
 * <p>Vectors of a factorisation trained elsewhere need no code: write them as an artifact of kind
 * {@code als}, see the guide's page about artifacts.
 *
 * @param name in profiles, and of the field {@code model.NAME}
 * @param vectors by item id, all of one length; callers leave them alone
 */
record BringYourOwnVectors(String name, Map<String, float[]> vectors, Instant made)
    implements Model {

  @Override
  public Manifest manifest() {
    int width = vectors.values().iterator().next().length;
    return new Manifest(
        Manifest.FORMAT,
        "own-vectors",
        name,
        made.toString(),
        made,
        Map.of(),
        Map.of("items", vectors.size()),
        Map.of(),
        List.of(new Manifest.FieldSpec(Fields.of(name), "vector", width)));
  }

  @Override
  public void index(Item item, Consumer<IndexableField> document) {
    float[] vector = vectors.get(item.id());
    if (vector != null) {
      document.accept(
          new KnnFloatVectorField(
              Fields.of(name), vector, VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT));
    }
  }

  /** The mean of what was liked, with what each item gave to it: that makes the reasons. */
  @Override
  public Encoding encode(UserState user, Situation situation) {
    Map<String, float[]> parts = new HashMap<>();
    List<Event> known =
        user.history().stream().filter(event -> vectors.containsKey(event.itemId())).toList();
    for (Event event : known) {
      double share = situation.weights().strength(event) / known.size();
      add(parts, event.itemId(), vectors.get(event.itemId()), (float) share);
    }
    if (parts.isEmpty()) {
      return new Encoding.None("nothing of the history has a vector");
    }
    Map<String, float[]> sum = new HashMap<>();
    parts.values().forEach(part -> add(sum, "", part, 1));
    return new Encoding.Dense(Fields.of(name), sum.get(""), parts);
  }

  private static void add(Map<String, float[]> to, String key, float[] vector, float factor) {
    float[] sum = to.computeIfAbsent(key, k -> new float[vector.length]);
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * vector[i];
    }
  }

  /** The vectors stay where they came from. */
  @Override
  public void save(Path directory) {
    throw new UnsupportedOperationException("the vectors of " + name + " belong to somebody else");
  }
}
