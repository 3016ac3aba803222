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
}
