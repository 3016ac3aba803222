package dev.kindred.tools.evaluate.metric;

import dev.kindred.data.IdMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * A function of how often each item of the catalogue was shown, over all lists together. Shown
 * items outside the catalogue are left out.
 */
final class ExposureTally implements Tally {
  private final int k;
  private final IdMap items;
  private final ToDoubleFunction<int[]> ofExposures;
  private final List<int[]> lists = new ArrayList<>();

  /**
   * @param ofExposures given how often each item was shown, by ordinal; may change the array
   */
  ExposureTally(int k, CatalogueStats catalogue, ToDoubleFunction<int[]> ofExposures) {
    this.k = k;
    this.items = catalogue.items();
    this.ofExposures = ofExposures;
  }

  @Override
  public void add(List<String> ranked, Set<String> relevant) {
    Lists.requireRelevant(relevant);
    lists.add(Lists.top(ranked, k).stream().mapToInt(items::ordinal).filter(i -> i >= 0).toArray());
  }

  @Override
  public int users() {
    return lists.size();
  }

  @Override
  public double value(int[] sample) {
    if (sample.length == 0) {
      return Double.NaN;
    }
    int[] exposures = new int[items.size()];
    for (int user : sample) {
      for (int item : lists.get(user)) {
        exposures[item]++;
      }
    }
    return ofExposures.applyAsDouble(exposures);
  }
}
