package dev.kindred.tools.train;

/** Is told how far a training is, from the thread that trains. */
@FunctionalInterface
public interface Progress {
  /** Tells nobody. */
  Progress NONE = (done, total, loss) -> {};

  /**
   * @param done epochs or iterations finished
   * @param total how many there will be
   * @param loss what the training minimises, after this epoch; NaN when it is not known
   */
  void epoch(int done, int total, double loss);

  /**
   * As {@link #epoch(int, int, double)}, with a figure of merit.
   *
   * @param validation NDCG@10 on held-out items; NaN when it is not known
   */
  default void epoch(int done, int total, double loss, double validation) {
    epoch(done, total, loss);
  }

  /** Says something worth a line, such as why a training ends early. */
  default void remark(String line) {
    // Whoever only counts epochs need not listen.
  }
}
