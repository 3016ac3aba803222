package dev.kindred.tools.evaluate.policy;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A target on pages of an impression log; a round is an item shown, and a page's belong together.
 */
final class PageOccasion implements Occasion {
  private final double[] rewards;
  private final double[] weights;
  private final double[] predicted;
  private final double[] expected;
  private final boolean[] agrees;
  private final int[] groups;

  /**
   * @param seed of the items that replay draws
   */
  PageOccasion(List<ShownPage> pages, PageTarget target, PageRewards model, long seed) {
    int rounds = pages.stream().mapToInt(ShownPage::shown).sum();
    rewards = new double[rounds];
    weights = new double[rounds];
    predicted = new double[rounds];
    expected = new double[rounds];
    agrees = new boolean[rounds];
    groups = new int[rounds];
    SplittableRandom random = new SplittableRandom(seed);
    int round = 0;
    for (int number = 0; number < pages.size(); number++) {
      ShownPage page = pages.get(number);
      double[][] chances = target.chances(page);
      for (int shown = 0; shown < page.shown(); shown++) {
        int place = page.places()[shown];
        double[] here = chances[place];
        groups[round] = number;
        rewards[round] = page.rewards()[shown];
        weights[round] = here[shown] / page.propensities()[shown];
        predicted[round] = model.of(number, page.signals().get(shown), place);
        for (int i = 0; i < here.length; i++) {
          if (here[i] > 0) {
            expected[round] += here[i] * model.of(number, page.signals().get(i), place);
          }
        }
        agrees[round] = LoggedOccasion.draw(here, random.nextDouble()) == shown;
        round++;
      }
    }
  }

  @Override
  public int rounds() {
    return rewards.length;
  }

  @Override
  public double reward(int round) {
    return rewards[round];
  }

  @Override
  public double weight(int round) {
    return weights[round];
  }

  @Override
  public double predicted(int round) {
    return predicted[round];
  }

  @Override
  public double expected(int round) {
    return expected[round];
  }

  @Override
  public boolean agrees(int round) {
    return agrees[round];
  }

  @Override
  public int[] groups() {
    return groups;
  }
}
