package dev.kindred.benchmarks.peers;

import java.util.List;

/**
 * Contenders that train and answer by turns.
 *
 * @param name to ask for it by
 * @param title on the page
 * @param text under the title
 * @param exam what they are asked
 * @param folds of the exam's data that are used at most
 * @param contenders ours first: the others' costs are multiples of its
 * @param choices among which settings were chosen, on a carve-out of the training part
 */
record Contest(
    String name,
    String title,
    String text,
    Exam exam,
    int folds,
    List<Contender> contenders,
    List<Contender> choices) {
  Contest {
    contenders = List.copyOf(contenders);
    choices = List.copyOf(choices);
  }
}
