package dev.kindred.rank.combine;

import dev.kindred.rank.Combiner;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Explanation;

/** An intercept and a contribution of each signal, added up in the profile's order. */
interface Additive extends Combiner {
  double intercept();

  /** One that is not would make every score 0, whatever the signals say. */
  static void requireFinite(String name, double... values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(name + " must be finite, has " + value);
      }
    }
  }

  /** What one signal adds, given the values of all. */
  double contribution(int signal, double[] values);

  /** What the contribution of a signal was made of. */
  Explanation explain(int signal, double[] values, List<Explanation> parts);

  /** What the sum is, for its explanation. */
  String title();

  @Override
  default boolean signed() {
    return true;
  }

  @Override
  default double combine(double[] values) {
    double sum = intercept();
    for (int i = 0; i < signals(); i++) {
      sum += contribution(i, values);
    }
    return sum;
  }

  @Override
  default double[] contributions(double[] values) {
    double[] all = new double[signals()];
    for (int i = 0; i < all.length; i++) {
      all[i] = contribution(i, values);
    }
    return all;
  }

  @Override
  default Explanation explain(double[] values, List<Explanation> parts) {
    List<Explanation> all = new ArrayList<>();
    all.add(Explanation.match(intercept(), "intercept"));
    for (int i = 0; i < signals(); i++) {
      all.add(explain(i, values, parts));
    }
    return Explanation.match(combine(values), title() + ", computed as the sum of:", all);
  }
}
