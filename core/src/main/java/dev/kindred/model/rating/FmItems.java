package dev.kindred.model.rating;

import dev.kindred.data.Item;
import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.math.Normal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The item half: rows of items, known or new, and what a user's half makes of them. */
final class FmItems {
  /** The row of {@link FmParameters#priors} that is the mean of an item's own row. */
  private static final int ITEM_MEAN = 2;

  private final FmModel.Settings settings;
  private final FmParameters parameters;
  private final int width;

  FmItems(FmModel.Settings settings, FmParameters parameters) {
    this.settings = settings;
    this.parameters = parameters;
    this.width = settings.width();
  }

  /** Of an item of which nothing is known. */
  float[] average() {
    return Arrays.copyOfRange(parameters.priors(), ITEM_MEAN * width, (ITEM_MEAN + 1) * width);
  }

  /** The item's row; null when neither it nor any feature of it is known. */
  float[] row(Item item) {
    int ordinal = parameters.items().ordinal(item.id());
    if (ordinal >= 0) {
      return Arrays.copyOfRange(parameters.itemRows(), ordinal * width, (ordinal + 1) * width);
    }
    FmSum sum = new FmSum(settings);
    boolean known = false;
    for (String field : settings.item_fields()) {
      Set<String> values = new LinkedHashSet<>(item.values(field));
      float share = share(values.size());
      for (String value : values) {
        int feature = parameters.features().ordinal(FmModel.itemFeature(field, value));
        if (feature >= 0) {
          sum.add(parameters.featureRows(), feature, share);
          known = true;
        }
      }
    }
    sum.add(parameters.priors(), ITEM_MEAN, 1);
    return known ? sum.row() : null;
  }

  /** What each of n values of one field counts: their squares add up to 1. */
  static float share(int n) {
    return (float) (1 / Math.sqrt(Math.max(1, n)));
  }

  /** The row as it is indexed: the factors of every set, then the mean weight. */
  float[] vector(float[] row) {
    int k = settings.factors();
    float[] vector = new float[settings.samples() * k + 1];
    double weights = 0;
    for (int s = 0; s < settings.samples(); s++) {
      System.arraycopy(row, s * (k + 1), vector, s * k, k);
      weights += row[s * (k + 1) + k];
    }
    vector[vector.length - 1] = (float) (weights / settings.samples());
    return vector;
  }

  /** The stars that a user's half and an item's row mean together, not yet on the scale. */
  double stars(float[] half, float[] row) {
    double sum = 0;
    for (int s = 0; s < settings.samples(); s++) {
      double value = value(half, row, s);
      sum += settings.levels().isEmpty() ? value : expectation(value, s);
    }
    return sum / settings.samples();
  }

  /** What one set says. */
  double value(float[] half, float[] row, int set) {
    int k = settings.factors();
    int from = set * (k + 1);
    return (double) half[from + k] + row[from + k] + Kernels.get().dot(half, from, row, from, k);
  }

  /** The expected level of an ordered probit with this mean. */
  private double expectation(double mean, int set) {
    List<Double> levels = settings.levels();
    double expected = levels.get(0);
    for (int level = 0; level + 1 < levels.size(); level++) {
      double above = Normal.cumulative(mean - cut(set, level));
      expected += above * (levels.get(level + 1) - levels.get(level));
    }
    return expected;
  }

  /** Where a level ends and the next begins; infinite below the first and above the last. */
  double cut(int set, int level) {
    int cuts = settings.levels().size() - 1;
    return level < 0
        ? Double.NEGATIVE_INFINITY
        : level >= cuts ? Double.POSITIVE_INFINITY : parameters.cutpoints()[set * cuts + level];
  }

  /** The level nearest to so many stars. */
  int level(double stars) {
    List<Double> levels = settings.levels();
    int nearest = 0;
    for (int level = 1; level < levels.size(); level++) {
      if (Math.abs(levels.get(level) - stars) < Math.abs(levels.get(nearest) - stars)) {
        nearest = level;
      }
    }
    return nearest;
  }
}
