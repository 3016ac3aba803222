package dev.kindred.tools.train.cold;

import dev.kindred.data.Dataset;
import dev.kindred.data.Interactions;
import dev.kindred.data.Item;
import dev.kindred.internal.text.Analyzers;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import dev.kindred.model.cold.ColdItemsModel;
import dev.kindred.model.cold.ContentSpace;
import dev.kindred.tools.train.Dependent;
import dev.kindred.tools.train.Provenance;
import dev.kindred.tools.train.Require;
import dev.kindred.tools.train.Run;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Learns to predict an item's vector in the space of every dense model from what is written about
 * the item, so that a new item is in their lists at once: ridge regression of the vectors of items
 * with events on their content, reduced to its leading singular vectors (Gantner et al. 2010,
 * "Learning attribute-to-feature mappings for cold-start recommendations", section IV).
 *
 * @param analyzer what makes terms of text
 * @param text text fields
 * @param keywords keyword fields; each value counts as one term
 * @param vectors fields of vectors that items bring along
 * @param factors how many singular vectors of the words and keywords are used, 1 to 1024
 * @param regularization λ of the ridge, relative to the mean square of a content number; 0 chooses
 *     among seven on a fifth of the items
 * @param confidence so many events make an item weigh half of what it can in the regression
 * @param shrinkage an item with n events keeps n/(n + shrinkage) of its learned vector; 0 all of it
 * @param norm 0 to 1: how far predicted vectors, which regression shortens, are stretched to the
 *     length of learned ones
 * @param iterations of the singular value decomposition
 */
public record Cold(
    String analyzer,
    List<String> text,
    List<String> keywords,
    List<String> vectors,
    int factors,
    double regularization,
    double confidence,
    double shrinkage,
    double norm,
    int iterations)
    implements Dependent<ColdItemsModel> {
  public static final Cold DEFAULT =
      new Cold(
          "english", List.of("title", "description"), List.of(), List.of(), 256, 0, 10, 0, 1, 4);

  private static final int MOST_FACTORS = 1024;

  public Cold {
    Analyzers.get(analyzer);
    text = List.copyOf(text);
    keywords = List.copyOf(keywords);
    vectors = List.copyOf(vectors);
    Require.between("factors", factors, 1, MOST_FACTORS);
    Require.atLeast("regularization", regularization, 0);
    Require.atLeast("confidence", confidence, 0);
    Require.atLeast("shrinkage", shrinkage, 0);
    Require.between("norm", norm, 0, 1);
    Require.atLeast("iterations", iterations, 1);
  }

  @Override
  public ColdItemsModel train(Dataset data, Collection<? extends Model> others, Run run) {
    Interactions interactions = data.interactions();
    int[] events = new int[interactions.items().size()];
    for (int position = 0; position < interactions.size(); position++) {
      events[interactions.item(position)]++;
    }
    ContentSpace space = new Contents(this, data.items()).space(run);
    Map<String, float[]> maps = new TreeMap<>();
    Map<String, Double> metrics = new TreeMap<>();
    for (Model other : others) {
      for (Manifest.FieldSpec field : Target.fields(other, data.items())) {
        Target target = new Target(other, field);
        for (Item item : data.items()) {
          int ordinal = interactions.items().ordinal(item.id());
          if (ordinal >= 0 && events[ordinal] > 0) {
            target.add(item, space, events[ordinal] / (events[ordinal] + confidence));
          }
        }
        if (target.size() > 0) {
          Ridge ridge = new Ridge(target.samples(), regularization, norm);
          maps.put(field.name(), ridge.map());
          metrics.putAll(ridge.metrics(field.name()));
        }
      }
    }
    Manifest manifest =
        Provenance.manifest(
            "cold", this, run, interactions, metrics, ColdItemsModel.fields(maps.keySet()));
    return new ColdItemsModel(manifest, shrinkage, space, interactions.items(), events, maps);
  }
}
