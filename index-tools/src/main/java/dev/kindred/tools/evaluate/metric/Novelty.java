package dev.kindred.tools.evaluate.metric;

import java.util.List;

/**
 * Mean self-information, in bits, of the first k items: {@code −log2(users who had the item / all
 * users)} over the training data; an item nobody had counts as if one user had. 0 for an empty
 * list. Zhou et al., PNAS 2010; Vargas and Castells, RecSys 2011.
 */
record Novelty(int k) implements Metric {
  @Override
  public String name() {
    return "novelty@" + k;
  }

  @Override
  public Tally start(CatalogueStats catalogue) {
    return new MeanTally(k, (top, relevant) -> mean(catalogue, top));
  }

  private static double mean(CatalogueStats catalogue, List<String> top) {
    double bits = 0;
    for (String item : top) {
      double share = (double) Math.max(1, catalogue.popularity(item)) / catalogue.users();
      bits -= Math.log(share) / Math.log(2);
    }
    return top.isEmpty() ? 0 : bits / top.size();
  }
}
