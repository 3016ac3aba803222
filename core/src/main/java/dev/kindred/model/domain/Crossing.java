package dev.kindred.model.domain;

import dev.kindred.internal.math.Kernels;
import dev.kindred.model.Encoding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one vector of a user's places in several domains. A domain in which n items are liked
 * trusts its own place with {@code n / (n + trust)} and leaves the rest to the bridges from other
 * domains, shared out by {@code reach × n / (n + trust)} of each. Immutable and thread-safe.
 */
final class Crossing {
  private final int width;
  private final double trust;
  private final Bridges bridges;

  Crossing(int width, double trust, Bridges bridges) {
    this.width = width;
    this.trust = trust;
    this.bridges = bridges;
  }

  /**
   * @param places by domain; null where the user is unknown; not all of them
   */
  Encoding.Dense of(String field, List<Encoding.Dense> places) {
    Sum sum = new Sum(new float[width * places.size()], new HashMap<>());
    for (int target = 0; target < places.size(); target++) {
      double[] shares = shares(places, target);
      for (int source = 0; source < places.size(); source++) {
        if (shares[source] > 0) {
          sum.add(places.get(source), bridges.of(source, target), (float) shares[source], target);
        }
      }
    }
    return new Encoding.Dense(field, sum.vector, sum.parts);
  }

  /** How much of the target's block each domain decides: adds up to 1, or to 0 if none can. */
  private double[] shares(List<Encoding.Dense> places, int target) {
    double[] shares = new double[places.size()];
    double others = 0;
    for (int source = 0; source < shares.length; source++) {
      Bridge bridge = bridges.of(source, target);
      if (bridge != null && places.get(source) != null) {
        shares[source] = bridge.reach() * confidence(places.get(source));
        others += shares[source];
      }
    }
    boolean alone = others == 0;
    double own = places.get(target) == null ? 0 : alone ? 1 : confidence(places.get(target));
    for (int source = 0; source < shares.length; source++) {
      shares[source] = source == target ? own : alone ? 0 : shares[source] / others * (1 - own);
    }
    return shares;
  }

  private double confidence(Encoding.Dense place) {
    int known = place.parts().size();
    return known / (known + trust);
  }

  /** A vector with a block a domain, and what each item of the history added to it. */
  private final class Sum {
    private final float[] vector;
    private final Map<String, float[]> parts;

    Sum(float[] vector, Map<String, float[]> parts) {
      this.vector = vector;
      this.parts = parts;
    }

    /**
     * @param bridge null where the place is in the target itself
     */
    void add(Encoding.Dense place, Bridge bridge, float share, int target) {
      int at = target * width;
      place
          .parts()
          .forEach(
              (item, part) ->
                  Kernels.get()
                      .axpy(
                          share,
                          carried(part, bridge),
                          0,
                          parts.computeIfAbsent(item, i -> new float[vector.length]),
                          at,
                          width));
      Kernels.get().axpy(share, carried(place.vector(), bridge), 0, vector, at, width);
      if (bridge != null) {
        Kernels.get().axpy(share, bridge.rest(place.vector()), 0, vector, at, width);
      }
    }

    private static float[] carried(float[] part, Bridge bridge) {
      return bridge == null ? part : bridge.linear(part);
    }
  }
}
