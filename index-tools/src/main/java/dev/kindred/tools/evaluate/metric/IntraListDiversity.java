package dev.kindred.tools.evaluate.metric;

import java.util.List;

/**
 * Intra-list diversity: the mean of {@code 1 − similarity} over all pairs among the first k items,
 * with the catalogue's similarity of keyword sets; 0 for a list without pairs. Smyth and McClave,
 * ICCBR 2001; Ziegler et al., WWW 2005.
 */
record IntraListDiversity(int k) implements Metric {
  @Override
  public String name() {
    return "ild@" + k;
  }

  @Override
  public Tally start(CatalogueStats catalogue) {
    ItemSimilarity similarity = catalogue.similarity(name());
    return new MeanTally(k, (top, relevant) -> mean(similarity, top));
  }

  private static double mean(ItemSimilarity similarity, List<String> top) {
    double sum = 0;
    for (int i = 1; i < top.size(); i++) {
      for (int j = 0; j < i; j++) {
        sum += 1 - similarity.of(top.get(i), top.get(j));
      }
    }
    return top.size() < 2 ? 0 : sum / (top.size() * (top.size() - 1) / 2.0);
  }
}
