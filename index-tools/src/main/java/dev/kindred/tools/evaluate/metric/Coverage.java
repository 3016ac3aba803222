package dev.kindred.tools.evaluate.metric;

/**
 * Catalogue coverage: the share of the catalogue's items that are among the first k of any user's
 * list. Grows with the number of users. Ge, Delgado-Battenfeld and Jannach, RecSys 2010.
 */
record Coverage(int k) implements Metric {
  @Override
  public String name() {
    return "coverage@" + k;
  }

  @Override
  public Tally start(CatalogueStats catalogue) {
    return new ExposureTally(k, catalogue, Coverage::share);
  }

  private static double share(int[] exposures) {
    int shown = 0;
    for (int count : exposures) {
      shown += count > 0 ? 1 : 0;
    }
    return (double) shown / exposures.length;
  }
}
