package dev.kindred.model.related;

import dev.kindred.internal.math.Correlation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Finds the users most like one who is known by a history. A user who has nothing beside that
 * history can recommend nothing, and is passed over; so is, by the same rule, the user in question.
 */
final class Neighbourhood {
  private static final Comparator<Likely> WORST_FIRST =
      Comparator.comparingDouble(Likely::likeness)
          .thenComparing(Comparator.comparingInt(Likely::user).reversed());

  private final Raters raters;
  private final UserKnnModel.Settings settings;

  Neighbourhood(Raters raters, UserKnnModel.Settings settings) {
    this.raters = raters;
    this.settings = settings;
  }

  private record Likely(int user, double likeness) {}

  /**
   * The nearest, nearest first; only those who are alike, rather than unlike.
   *
   * @param history values by item
   */
  List<Neighbour> of(Map<Integer, Double> history) {
    double[] likeness = likeness(history);
    PriorityQueue<Likely> nearest = new PriorityQueue<>(WORST_FIRST);
    for (int user = 0; user < likeness.length; user++) {
      if (likeness[user] > 0) {
        nearest.add(new Likely(user, likeness[user]));
        if (nearest.size() > settings.neighbours()) {
          nearest.poll();
        }
      }
    }
    List<Likely> sorted = new ArrayList<>(nearest);
    sorted.sort(WORST_FIRST.reversed());
    return sorted.stream()
        .map(n -> new Neighbour(n.user, n.likeness, cause(n.user, history)))
        .toList();
  }

  /** How alike each user of the training data is; 0 for one who cannot be a neighbour. */
  double[] likeness(Map<Integer, Double> history) {
    Overlap overlap = new Overlap(raters, history);
    double[] likeness = new double[raters.users()];
    for (int user = 0; user < likeness.length; user++) {
      int common = overlap.common(user);
      if (common > 0 && common < raters.to(user) - raters.from(user)) {
        double trust =
            common >= settings.significance() ? 1 : (double) common / settings.significance();
        likeness[user] = trust * alike(overlap, user);
      }
    }
    return likeness;
  }

  private double alike(Overlap overlap, int user) {
    return switch (settings.likeness()) {
      case COSINE -> overlap.cosine(user, settings.shrinkage());
      case PEARSON -> overlap.pearson(user, settings.shrinkage());
      case MSD -> overlap.closeness(user, settings.shrinkage());
    };
  }

  /** The common item whose values speak most for the two being alike; the first among equals. */
  private int cause(int user, Map<Integer, Double> history) {
    double mean = settings.likeness().ofStars() ? mean(history) : 0;
    double theirs = settings.likeness().ofStars() ? mean(user, history) : 0;
    int cause = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int p = raters.from(user); p < raters.to(user); p++) {
      Double mine = history.get(raters.item(p));
      if (mine != null && (mine - mean) * (raters.value(p) - theirs) > most) {
        most = (mine - mean) * (raters.value(p) - theirs);
        cause = raters.item(p);
      }
    }
    return cause;
  }

  private static double mean(Map<Integer, Double> history) {
    return history.values().stream().mapToDouble(x -> x).average().orElse(0);
  }

  private double mean(int user, Map<Integer, Double> history) {
    double sum = 0;
    int common = 0;
    for (int p = raters.from(user); p < raters.to(user); p++) {
      if (history.containsKey(raters.item(p))) {
        sum += raters.value(p);
        common++;
      }
    }
    return sum / Math.max(1, common);
  }

  /** Sums over the items that each user shares with a history. */
  private static final class Overlap {
    private final Raters raters;
    private final int[] common;
    private final double[] mine;
    private final double[] mineSquared;
    private final double[] theirs;
    private final double[] theirsSquared;
    private final double[] products;
    private double square;

    Overlap(Raters raters, Map<Integer, Double> history) {
      this.raters = raters;
      int users = raters.users();
      this.common = new int[users];
      this.mine = new double[users];
      this.mineSquared = new double[users];
      this.theirs = new double[users];
      this.theirsSquared = new double[users];
      this.products = new double[users];
      history.forEach(this::add);
    }

    private void add(int item, double x) {
      square += x * x;
      for (int at = raters.firstRater(item); at < raters.endOfRaters(item); at++) {
        int user = raters.rater(at);
        double y = raters.value(raters.place(at));
        common[user]++;
        mine[user] += x;
        mineSquared[user] += x * x;
        theirs[user] += y;
        theirsSquared[user] += y * y;
        products[user] += x * y;
      }
    }

    int common(int user) {
      return common[user];
    }

    double cosine(int user, double shrinkage) {
      double squares = 0;
      for (int p = raters.from(user); p < raters.to(user); p++) {
        squares += (double) raters.value(p) * raters.value(p);
      }
      double length = Math.sqrt(square) * Math.sqrt(squares) + shrinkage;
      return length == 0 ? 0 : products[user] / length;
    }

    double closeness(int user, double shrinkage) {
      double squares = mineSquared[user] + theirsSquared[user] - 2 * products[user];
      return 1 / (1 + shrinkage + squares / common[user]);
    }

    double pearson(int user, double shrinkage) {
      return Correlation.pearson(
          common[user],
          mine[user],
          theirs[user],
          mineSquared[user],
          theirsSquared[user],
          products[user],
          shrinkage);
    }
  }
}
