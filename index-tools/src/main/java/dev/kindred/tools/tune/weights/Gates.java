package dev.kindred.tools.tune.weights;

import dev.kindred.request.Feature;
import dev.kindred.request.Gate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Gates worth trying: half way where the requests' values are, closing on either side. */
final class Gates {
  private static final double[] PLACES = {0.2, 0.6};
  private static final double[][] ENDS = {{1, 0}, {1, 0.4}, {0.4, 1}, {0, 1}};

  private Gates() {}

  /** Of each feature that is not the same in all requests. */
  static List<Gate> of(Windows windows, Set<Feature> features) {
    List<Gate> gates = new ArrayList<>();
    for (Feature feature : Feature.values()) {
      double[] values = values(windows, feature);
      if (features.contains(feature) && values[0] < values[values.length - 1]) {
        Arrays.stream(PLACES)
            .map(place -> values[(int) (place * (values.length - 1))])
            .distinct()
            .forEach(pivot -> add(gates, feature, pivot));
      }
    }
    return gates;
  }

  private static void add(List<Gate> gates, Feature feature, double pivot) {
    for (double[] ends : ENDS) {
      gates.add(new Gate(feature, pivot, ends[0], ends[1]));
    }
  }

  private static double[] values(Windows windows, Feature feature) {
    double[] values = new double[windows.size()];
    Arrays.setAll(values, i -> windows.get(i).features().get(feature));
    Arrays.sort(values);
    return values;
  }
}
