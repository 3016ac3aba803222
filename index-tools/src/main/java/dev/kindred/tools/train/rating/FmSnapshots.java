package dev.kindred.tools.train.rating;

import dev.kindred.data.IdMap;
import dev.kindred.model.rating.FmModel;
import dev.kindred.model.rating.FmParameters;
import java.util.Arrays;

/** Keeps parameter sets of a training as the model's rows. Not thread-safe. */
final class FmSnapshots {
  private static final int OWN = 0;

  private final FmModel.Settings settings;
  private final FmDesign design;
  private final int width;
  private final float[] itemRows;
  private final float[] implicitRows;
  private final float[] featureRows;
  private final float[] priors;
  private final float[] intercepts;
  private final float[] cutpoints;
  private int taken;

  FmSnapshots(FmModel.Settings settings, FmDesign design) {
    this.settings = settings;
    this.design = design;
    this.width = settings.width();
    int items = design.items().rowCount();
    itemRows = new float[items * width];
    implicitRows = new float[settings.implicit() ? items * width : 0];
    featureRows = new float[design.named().size() * width];
    priors = new float[3 * width];
    intercepts = new float[settings.samples()];
    cutpoints = new float[settings.samples() * Math.max(0, settings.levels().size() - 1)];
  }

  /** How many sets were kept. */
  int taken() {
    return taken;
  }

  /** Keeps the sampler's present parameters. */
  void take(FmGibbs sampler) {
    int k = settings.factors();
    int at = taken * (k + 1);
    for (int f = 0; f <= k; f++) {
      priors[at + f] = (float) sampler.userPrior.mean[f][OWN];
      priors[width + at + f] = (float) (sampler.userPrior.precision[f][OWN] / sampler.alpha());
      priors[2 * width + at + f] = (float) sampler.itemPrior.mean[f][OWN];
    }
    take(sampler.users, averaged(sampler), sampler.intercept(), sampler.target.cutpoints());
  }

  /**
   * Keeps a set of parameters.
   *
   * @param cuts between the levels of stars; empty when stars are the value itself
   */
  void take(FmWeights users, FmWeights items, double intercept, double[] cuts) {
    int k = settings.factors();
    int at = taken * (k + 1);
    double[] sums = new double[design.items().rowCount()];
    for (int f = 0; f <= k; f++) {
      items.sums(design.items(), f, sums);
      for (int item = 0; item < sums.length; item++) {
        itemRows[item * width + at + f] = (float) sums[item];
      }
      takeFeatures(users, items, f, at + f);
    }
    if (settings.own_interactions()) {
      double[] own = FmGibbs.interactions(design.items(), items);
      for (int item = 0; item < own.length; item++) {
        itemRows[item * width + at + k] += (float) own[item];
      }
    }
    intercepts[taken] = (float) (intercept + (cuts.length > 0 ? 0 : settings.scale().mean()));
    for (int c = 0; c < cuts.length; c++) {
      cutpoints[taken * cuts.length + c] = (float) cuts[c];
    }
    taken++;
  }

  private void takeFeatures(FmWeights users, FmWeights items, int factor, int column) {
    if (settings.implicit()) {
      int from = FmDesign.implicitFrom(design.users());
      for (int item = 0; item < design.items().rowCount(); item++) {
        implicitRows[item * width + column] = (float) users.values[factor][from + item];
      }
    }
    for (int feature = 0; feature < design.named().size(); feature++) {
      FmWeights side = design.side()[feature] == 0 ? users : items;
      featureRows[feature * width + column] = (float) side.values[factor][design.index()[feature]];
    }
  }

  /** The item's parameters with the prior mean for an item nobody rated: a draw would be noise. */
  private FmWeights averaged(FmGibbs sampler) {
    FmWeights items = sampler.items.copy();
    for (int item = 0; item < design.items().rowCount(); item++) {
      if (design.items().ratings()[item] == 0) {
        for (int f = 0; f <= settings.factors(); f++) {
          items.values[f][item] = sampler.itemPrior.mean[f][OWN];
        }
      }
    }
    return items;
  }

  /** One prior for users whose own row is penalised by this, relative to the ratings' precision. */
  void penalty(double weight) {
    Arrays.fill(priors, width, 2 * width, (float) weight);
  }

  FmParameters parameters(IdMap items) {
    return new FmParameters(
        items, itemRows, implicitRows, design.named(), featureRows, priors, intercepts, cutpoints);
  }
}
