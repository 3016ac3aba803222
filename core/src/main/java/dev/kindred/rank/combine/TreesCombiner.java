package dev.kindred.rank.combine;

import dev.kindred.rank.Combiner;
import dev.kindred.rank.combine.trees.Forest;
import dev.kindred.rank.combine.trees.TreeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.search.Explanation;

/**
 * Gradient-boosted trees over the raw values of the signals, as LambdaMART learns them (Burges
 * 2010, "From RankNet to LambdaRank to LambdaMART"). A signal without a value is a missing value to
 * the trees. Immutable and thread-safe.
 *
 * @param source which library learned the trees, and what for
 * @param names the profile's signals, in its order
 * @param forest asks the signals by their place
 */
public record TreesCombiner(String source, List<String> names, Forest forest) implements Combiner {
  public TreesCombiner {
    if (names == null || names.isEmpty() || forest == null) {
      throw new IllegalArgumentException("trees need the names of their signals and a forest");
    }
    names = List.copyOf(names);
    if (forest.features() > names.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the trees ask %d features, there are %d signals: %s",
              forest.features(),
              names.size(),
              names));
    }
  }

  /**
   * Trees from a file, for a profile. Features are told by their names; where the file has none, by
   * their place.
   *
   * @param signals of the profile, in its order
   * @throws IllegalArgumentException when the trees were learned from other signals
   */
  public static TreesCombiner of(TreeModel model, List<String> signals) {
    if (model.features().isEmpty()) {
      return new TreesCombiner(model.source(), signals, model.forest());
    }
    int[] places = new int[model.features().size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = signals.indexOf(model.features().get(i));
      if (places[i] < 0) {
        throw other(signals, model.features());
      }
    }
    Forest forest = model.forest().reordered(places, signals.size());
    return new TreesCombiner(model.source(), signals, forest);
  }

  private static IllegalArgumentException other(List<String> signals, List<String> learned) {
    return new IllegalArgumentException(
        "the trees were learned from the signals "
            + learned
            + ", the profile has "
            + signals
            + "; train them anew, or keep the profile's signals");
  }

  @Override
  public void require(List<String> signals) {
    if (!signals.equals(names)) {
      throw other(signals, names);
    }
  }

  @Override
  public int signals() {
    return names.size();
  }

  @Override
  public boolean raw() {
    return true;
  }

  @Override
  public boolean signed() {
    return true;
  }

  @Override
  public double combine(double[] values) {
    return forest.predict(values);
  }

  @Override
  public double[] contributions(double[] values) {
    double[] all = new double[names.size()];
    forest.contributions(values, all);
    return all;
  }

  @Override
  public Explanation explain(double[] values, List<Explanation> parts) {
    double[] all = new double[names.size()];
    List<Explanation> details = new ArrayList<>();
    details.add(
        Explanation.match(
            forest.contributions(values, all), "expectation, before any signal is asked"));
    for (int i = 0; i < all.length; i++) {
      details.add(
          Explanation.match(
              all[i], "contribution of " + names.get(i) + " along the paths, from:", parts.get(i)));
    }
    return Explanation.match(
        forest.predict(values),
        String.format(
            Locale.ROOT,
            "leaves of %d trees (%s), added up; by expectation and signals, to rounding:",
            forest.trees(),
            source),
        details);
  }
}
