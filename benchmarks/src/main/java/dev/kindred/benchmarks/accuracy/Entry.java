package dev.kindred.benchmarks.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A model of a row and what is expected of it.
 *
 * @param label in reports
 * @param algorithm how it is trained
 * @param parameters those that differ from the algorithm's defaults
 * @param expectations none for a model that is only reported
 */
record Entry(
    String label,
    String algorithm,
    Map<String, String> parameters,
    List<Expectation> expectations) {
  Entry {
    parameters = Map.copyOf(parameters);
    expectations = List.copyOf(expectations);
  }

  Entry(String label, String algorithm, Map<String, String> parameters) {
    this(label, algorithm, parameters, List.of());
  }

  /** What the same algorithm scored in independent code: ours must come this close. */
  Entry reproduces(String metric, double value, double tolerance) {
    return with(new Expectation.Reproduces(metric, value, tolerance));
  }

  /** What it has to score at least. */
  Entry reaches(String metric, double value) {
    return with(new Expectation.Reaches(metric, value));
  }

  private Entry with(Expectation more) {
    List<Expectation> all = new ArrayList<>(expectations);
    all.add(more);
    return new Entry(label, algorithm, parameters, all);
  }

  /** Whether the name is the algorithm's or the label starts with it. */
  boolean isCalled(String name) {
    return algorithm.equals(name) || label.startsWith(name);
  }
}
