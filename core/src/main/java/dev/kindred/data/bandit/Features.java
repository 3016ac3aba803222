package dev.kindred.data.bandit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What linear bandits know of an item in a request: a constant 1, the item's signals, the request's
 * context as indicators, and, crossed, each signal times each indicator, so that a signal may count
 * for more on a phone than on a desk. A signal {@code s} enters as {@code s/(1+|s|)}, because the
 * theory wants bounded features and raw signals have any scale; a missing one as 0. Immutable.
 *
 * @param signals names of signals
 * @param context conditions such as {@code device=mobile} or {@code daypart=morning}
 * @param cross whether products are features too
 */
public record Features(List<String> signals, List<String> context, boolean cross) {
  public Features {
    signals = signals == null ? List.of() : List.copyOf(signals);
    context = context == null ? List.of() : List.copyOf(context);
    for (String condition : context) {
      if (condition.indexOf('=') < 1) {
        throw new IllegalArgumentException(
            "a context feature is name=value, such as device=mobile; got '" + condition + "'");
      }
    }
  }

  /** What the features are, in their order. */
  public List<String> names() {
    List<String> names = new ArrayList<>(List.of("1"));
    names.addAll(signals);
    names.addAll(context);
    if (cross) {
      signals.forEach(s -> context.forEach(c -> names.add(s + " × " + c)));
    }
    return names;
  }

  /** How many features there are. */
  public int dimension() {
    int products = cross ? signals.size() * context.size() : 0;
    return 1 + signals.size() + context.size() + products;
  }

  /** The features of one item in one request. */
  public double[] of(Map<String, Double> itemSignals, Map<String, String> requestContext) {
    double[] features = new double[dimension()];
    features[0] = 1;
    int at = 1;
    for (String signal : signals) {
      double raw = itemSignals.getOrDefault(signal, 0.0);
      features[at++] = raw / (1 + Math.abs(raw));
    }
    for (String condition : context) {
      features[at++] = holds(condition, requestContext) ? 1 : 0;
    }
    return cross ? crossed(features) : features;
  }

  private double[] crossed(double[] features) {
    int at = 1 + signals.size() + context.size();
    for (int s = 0; s < signals.size(); s++) {
      for (int c = 0; c < context.size(); c++) {
        features[at++] = features[1 + s] * features[1 + signals.size() + c];
      }
    }
    return features;
  }

  private static boolean holds(String condition, Map<String, String> context) {
    int equals = condition.indexOf('=');
    return condition.substring(equals + 1).equals(context.get(condition.substring(0, equals)));
  }
}
