package dev.kindred.tools.evaluate.policy;

import dev.kindred.Profiles;
import dev.kindred.arrange.bandit.Arms;
import dev.kindred.arrange.bandit.KlUcb;
import dev.kindred.arrange.bandit.Lottery;
import dev.kindred.arrange.bandit.Policy;
import dev.kindred.arrange.bandit.Ucb1;
import dev.kindred.index.Schema;
import dev.kindred.internal.registry.Unknown;
import dev.kindred.rank.Blend;
import dev.kindred.rank.Combiner;
import dev.kindred.rank.Part;
import dev.kindred.request.Request;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A ranking to be evaluated on pages of another one: a bandit's policy after learning, or a
 * profile, which orders what competed for a page by its own score of the logged signals. Immutable.
 */
public final class PageTarget {
  private static final int DRAWS = 1000;
  private static final String PROFILE = "profile:";

  private final String name;
  private final Chances chances;

  private PageTarget(String name, Chances chances) {
    this.name = name;
    this.chances = chances;
  }

  private interface Chances {
    double[][] of(ShownPage page, int places);
  }

  private interface Values {
    double[] of(ShownPage page);
  }

  /**
   * The ranking of that name.
   *
   * @param spec {@code uniform}, {@code greedy}, {@code epsilon:0.1}, {@code thompson}, {@code
   *     klucb}, {@code ucb1}; or {@code profile:home}, {@code profile:home:0.1} with that chance of
   *     any item
   * @param learned what policies learn from
   * @param profiles to take profiles from
   * @throws IllegalArgumentException for unknown names, naming those there are
   */
  public static PageTarget of(String spec, PageLog learned, Profiles profiles, long seed) {
    if (spec.startsWith(PROFILE)) {
      return profile(spec, learned, profiles);
    }
    PolicySpec written = PolicySpec.of(spec);
    String kind = written.kind();
    if (kinds().contains(kind)) {
      written.requireMeaning();
    }
    Learned known = new Learned(learned);
    return new PageTarget(
        spec,
        switch (kind) {
          case "uniform" -> epsilon(page -> new double[page.candidates().size()], 1);
          case "greedy" -> epsilon(known::means, 0);
          case "epsilon" -> epsilon(known::means, written.epsilon(PolicySpec.EPSILON));
          case "thompson" ->
              (page, places) -> Target.thompson(known.arms(page), places, seed, DRAWS);
          case "klucb" -> certain(new KlUcb(0), known);
          case "ucb1" -> certain(new Ucb1(2), known);
          default ->
              throw new IllegalArgumentException(
                  Unknown.message("policy", kind, new TreeSet<>(kinds())));
        });
  }

  /** The names of all kinds. */
  public static List<String> kinds() {
    return List.of("uniform", "greedy", "epsilon", "thompson", "klucb", "ucb1", "profile:NAME");
  }

  /** Whether it learns from a log. */
  public static boolean learns(String spec) {
    return !spec.equals("uniform") && !spec.startsWith(PROFILE);
  }

  private static PageTarget profile(String spec, PageLog log, Profiles profiles) {
    PolicySpec written = PolicySpec.of(spec.substring(PROFILE.length()));
    double epsilon = written.epsilon(0);
    String name = written.kind();
    var profile = profiles.of(Request.EMPTY.profile(name));
    var logged = new TreeSet<String>();
    log.pages().forEach(page -> page.signals().forEach(one -> logged.addAll(one.keySet())));
    for (Part part : profile.signals()) {
      if (part.gate() != null) {
        throw new IllegalArgumentException(
            "profile '"
                + name
                + "' weighs the signal '"
                + part.name()
                + "' by the request, and the log does not have what its gate asks for; evaluate a"
                + " profile without gates");
      }
      if (part.weight() != 0 && !logged.contains(part.name())) {
        throw new IllegalArgumentException(
            "profile '"
                + name
                + "' ranks by the signal '"
                + part.name()
                + "', which the log does not have; it has "
                + logged
                + ": serve it there with weight 0, so that it is logged");
      }
    }
    return new PageTarget(
        spec, epsilon(page -> served(profile.signals(), profile.combiner(), page), epsilon));
  }

  /** The more, the earlier: by score, and equal scores as an index orders them. */
  private static double[] served(List<Part> parts, Combiner combiner, ShownPage page) {
    int n = page.candidates().size();
    float[] scores = new float[n];
    Integer[] order = new Integer[n];
    for (int i = 0; i < n; i++) {
      scores[i] = (float) Blend.score(parts, combiner, page.signals().get(i));
      order[i] = i;
    }
    Arrays.sort(
        order,
        Comparator.<Integer>comparingDouble(i -> -scores[i])
            .thenComparingLong(i -> Schema.tie(page.candidates().get(i))));
    double[] values = new double[n];
    for (int rank = 0; rank < n; rank++) {
      values[order[rank]] = n - rank;
    }
    return values;
  }

  /** What was earned by item. */
  private static final class Learned {
    private final Map<String, double[]> byItem = new HashMap<>();

    Learned(PageLog log) {
      for (ShownPage page : log.pages()) {
        for (int i = 0; i < page.shown(); i++) {
          double[] sums = byItem.computeIfAbsent(page.candidates().get(i), any -> new double[3]);
          sums[0]++;
          sums[1] += page.rewards()[i];
          sums[2] += page.rewards()[i] * page.rewards()[i];
        }
      }
    }

    Arms arms(ShownPage page) {
      Arms arms = new Arms(page.candidates().size());
      for (int i = 0; i < arms.size(); i++) {
        double[] sums = byItem.getOrDefault(page.candidates().get(i), new double[3]);
        arms.pulls()[i] = sums[0];
        arms.sums()[i] = sums[1];
        arms.squares()[i] = sums[2];
      }
      return arms;
    }

    /** Items never shown count as worth nothing. */
    double[] means(ShownPage page) {
      Arms arms = arms(page);
      double[] means = new double[arms.size()];
      Arrays.setAll(means, i -> arms.pulls()[i] == 0 ? 0 : arms.mean(i));
      return means;
    }
  }

  private static Chances certain(Policy policy, Learned known) {
    return epsilon(
        page -> {
          double[] values = new double[page.candidates().size()];
          policy.values(known.arms(page), null, values);
          return values;
        },
        0);
  }

  /** Equal values share their places evenly, so that the order of the log says nothing. */
  private static Chances epsilon(Values values, double epsilon) {
    return (page, places) -> {
      double[] value = values.of(page);
      int n = value.length;
      int[] order = Lottery.certain(value).order();
      double[][] chances = new double[places][n];
      for (int place = 0; place < Math.min(places, n); place++) {
        for (int from = 0; from < n; ) {
          int to = from + 1;
          while (to < n && value[order[to]] == value[order[from]]) {
            to++;
          }
          double sum = 0;
          for (int rank = from; rank < to; rank++) {
            sum += Lottery.chance(rank, place, n, epsilon);
          }
          for (int rank = from; rank < to; rank++) {
            chances[place][order[rank]] = sum / (to - from);
          }
          from = to;
        }
      }
      return chances;
    };
  }

  /** As given. */
  public String name() {
    return name;
  }

  /** By place and candidate. */
  double[][] chances(ShownPage page) {
    return chances.of(page, Arrays.stream(page.places()).max().orElse(-1) + 1);
  }
}
