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
 * @param partners models whose raw values are added to the first one's, each times its weight
 * @param protocol when it is not the row's; null for the row's
 */
record Entry(
    String label,
    String algorithm,
    Map<String, String> parameters,
    List<Expectation> expectations,
    List<Partner> partners,
    Protocol protocol) {
  Entry {
    parameters = Map.copyOf(parameters);
    expectations = List.copyOf(expectations);
    partners = List.copyOf(partners);
  }

  Entry(String label, String algorithm, Map<String, String> parameters) {
    this(label, algorithm, parameters, List.of(), List.of(), null);
  }

  /**
   * A further model of a blend.
   *
   * @param weight of its raw values beside the first model's
   */
  record Partner(String algorithm, Map<String, String> parameters, double weight) {
    Partner {
      parameters = Map.copyOf(parameters);
    }
  }

  /** Blended with another model. */
  Entry and(String other, Map<String, String> itsParameters, double weight) {
    List<Partner> more = new ArrayList<>(partners);
    more.add(new Partner(other, itsParameters, weight));
    return new Entry(label, algorithm, parameters, expectations, more, protocol);
  }

  /** The same measured otherwise than the rest of the row. */
  Entry on(Protocol other) {
    return new Entry(label, algorithm, parameters, expectations, partners, other);
  }

  /** What the same algorithm scored in independent code: ours must come this close. */
  Entry reproduces(String metric, double value, double tolerance) {
    return with(new Expectation.Reproduces(metric, value, tolerance));
  }

  /** What it has to score at least. */
  Entry reaches(String metric, double value) {
    return with(new Expectation.Reaches(metric, value));
  }

  /** What it has to score at most: for errors. */
  Entry atMost(String metric, double value) {
    return with(new Expectation.AtMost(metric, value));
  }

  private Entry with(Expectation more) {
    List<Expectation> all = new ArrayList<>(expectations);
    all.add(more);
    return new Entry(label, algorithm, parameters, all, partners, protocol);
  }

  /** Whether the name is the algorithm's or the label starts with it. */
  boolean isCalled(String name) {
    return algorithm.equals(name) || label.startsWith(name);
  }
}
