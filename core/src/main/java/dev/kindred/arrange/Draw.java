package dev.kindred.arrange;

import dev.kindred.arrange.bandit.Arms;
import dev.kindred.arrange.bandit.Lottery;
import dev.kindred.arrange.bandit.Policy;
import dev.kindred.data.bandit.Arm;
import dev.kindred.data.bandit.Bandit;
import dev.kindred.data.bandit.Posteriors;
import dev.kindred.data.bandit.Regression;
import dev.kindred.request.Circumstances;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the arrangers that are bandits share. */
final class Draw {
  static final int POOL = 20;
  static final int DRAWS = 1000;

  private Draw() {}

  static String name(String bandit) {
    return bandit == null ? "default" : bandit;
  }

  /** The value, or what stands for an absent one. */
  static int orElse(String name, int value, int otherwise, int least) {
    int chosen = value == 0 ? otherwise : value;
    if (chosen < least) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s must be at least %d, was %d", name, least, chosen));
    }
    return chosen;
  }

  /**
   * Chance of a request: one user's requests of one seed are arranged alike, so that pages fit
   * together; users differ.
   */
  static long seed(Request request) {
    long user = request.userId() == null ? 0 : request.userId().hashCode();
    return request.seed() * 0x9E3779B97F4A7C15L + user;
  }

  /** What is known of the items now. */
  static Arms arms(List<Scored> ranked, ResolvedRequest request, Bandit bandit) {
    Posteriors known = request.bandit(bandit.name());
    Arms arms = new Arms(ranked.size());
    for (int i = 0; i < ranked.size(); i++) {
      Arm arm = known.arms().get(ranked.get(i).itemId(), Arm.NONE);
      if (arm.pulls() > 0 && bandit.halfLife() != null) {
        arm = arm.aged(request.request().now().toEpochMilli(), bandit.halfLife());
      }
      arms.pulls()[i] = arm.pulls();
      arms.sums()[i] = arm.sum();
      arms.squares()[i] = arm.squares();
    }
    return arms;
  }

  /** The features of every item. */
  static double[][] features(List<Scored> ranked, ResolvedRequest request, Bandit bandit) {
    double[][] features = new double[ranked.size()][];
    Map<String, String> moment = Circumstances.of(request.request()).features();
    for (int i = 0; i < features.length; i++) {
      features[i] = bandit.linear().features().of(ranked.get(i).signals(), moment);
    }
    return features;
  }

  /**
   * The regression of every item; the same object for those that share one.
   *
   * @throws IllegalStateException when what was learned has other features
   */
  static List<Regression> regressions(List<Scored> ranked, ResolvedRequest request, Bandit bandit) {
    Posteriors known = request.bandit(bandit.name());
    List<String> names = bandit.linear().features().names();
    if (!known.features().isEmpty() && !known.features().equals(names)) {
      throw new IllegalStateException(
          "bandit '"
              + bandit.name()
              + "' has learned on the features "
              + known.features()
              + ", its arranger names "
              + names
              + "; give the arranger a bandit of another name");
    }
    Regression prior = bandit.linear().prior();
    return ranked.stream()
        .map(item -> known.regressions().get(bandit.linear().key(item.itemId()), prior))
        .toList();
  }

  /** The items by a policy that is no matter of chance. */
  static List<Scored> certain(
      List<Scored> ranked, ResolvedRequest request, Bandit bandit, Policy policy) {
    double[] values = new double[ranked.size()];
    policy.values(arms(ranked, request, bandit), null, values);
    return arranged(ranked, Lottery.certain(values));
  }

  /** The items in the page's order, each with its chance. */
  static List<Scored> arranged(List<Scored> ranked, Lottery.Page page) {
    List<Scored> arranged = new ArrayList<>(ranked.size());
    for (int place = 0; place < ranked.size(); place++) {
      Scored item = ranked.get(page.order()[place]);
      arranged.add(item.shownBy(page.propensities()[place], page.errors()[place]));
    }
    return arranged;
  }
}
