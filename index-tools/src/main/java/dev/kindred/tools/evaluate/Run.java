package dev.kindred.tools.evaluate;

import java.util.List;

/**
 * What one model answered to one task. Immutable.
 *
 * @param model the name in reports
 * @param answers one list a query, in the task's order
 * @param seconds the answers took on the wall clock
 */
public record Run(String model, List<List<String>> answers, double seconds) {
  public Run {
    answers = List.copyOf(answers);
  }
}
