package dev.kindred.tools.ltr;

import dev.kindred.rank.combine.trees.Forest;
import dev.kindred.rank.combine.trees.TreeFiles;
import java.util.Locale;

/**
 * How trees rank requests that they were not fitted to. They were stopped by these, so the figure
 * is a little too good; measure the profile on events of its own before trusting it.
 *
 * @param metric such as {@code ndcg@10}: of graded judgments, among the items of a request
 * @param trees how many there are
 * @param requests learned from
 * @param heldOut requests stopped by
 * @param learned the trees' value on the held-out requests
 * @param ranked the value of the order in the file: the ranking that was
 * @param bestSignal the best signal alone
 * @param alone its value; a missing value ranks last
 */
public record Standing(
    String metric,
    int trees,
    int requests,
    int heldOut,
    double learned,
    double ranked,
    String bestSignal,
    double alone) {

  /**
   * @param file named in errors
   * @param text LightGBM's
   */
  public static Standing of(
      String file, String text, Judgments train, Judgments heldOut, int cutoff) {
    Forest forest = TreeFiles.parse(file, text).forest();
    GradedNdcg ndcg = new GradedNdcg(cutoff);
    int best = 0;
    double alone = -1;
    for (int i = 0; i < heldOut.signals().size(); i++) {
      int signal = i;
      double value =
          ndcg.of(
              heldOut, row -> Double.isNaN(row[signal]) ? Double.NEGATIVE_INFINITY : row[signal]);
      if (value > alone) {
        alone = value;
        best = i;
      }
    }
    return new Standing(
        "ndcg@" + cutoff,
        forest.trees(),
        train.requests().size(),
        heldOut.requests().size(),
        ndcg.of(heldOut, forest::predict),
        ndcg.asRanked(heldOut),
        heldOut.signals().get(best),
        alone);
  }

  /** A few lines for people. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d trees from %d requests; %s on %d others:%n  trees               %.4f%n"
            + "  as they were ranked %.4f%n  best signal         %.4f (%s)",
        trees,
        requests,
        metric,
        heldOut,
        learned,
        ranked,
        alone,
        bestSignal);
  }
}
