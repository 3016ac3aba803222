package dev.kindred.tools.evaluate.metric;

import java.util.Arrays;

/**
 * The Gini index of exposure: 0 when every item of the catalogue is shown equally often among the
 * first k, towards 1 when few items take all places. With exposures {@code x} in ascending order,
 * {@code Σ_i (2i − n − 1) x_i / (n Σ x)}; 0 when nothing was shown. Fleder and Hosanagar,
 * Management Science 2009.
 */
record Gini(int k) implements Metric {
  @Override
  public String name() {
    return "gini@" + k;
  }

  @Override
  public Tally start(CatalogueStats catalogue) {
    return new ExposureTally(k, catalogue, Gini::index);
  }

  private static double index(int[] exposures) {
    Arrays.sort(exposures);
    double n = exposures.length;
    double weighted = 0;
    double sum = 0;
    for (int i = 0; i < exposures.length; i++) {
      weighted += (2 * (i + 1) - n - 1) * exposures[i];
      sum += exposures[i];
    }
    return sum == 0 ? 0 : weighted / (n * sum);
  }
}
