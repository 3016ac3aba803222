package dev.kindred.benchmarks.accuracy;

import dev.kindred.tools.train.Progress;
import java.util.Locale;
import java.util.function.Consumer;

/** A line for each epoch that was validated. */
record EpochLog(Consumer<String> log) implements Progress {

  @Override
  public void epoch(int done, int total, double loss) {
    // Algorithms without validation take seconds.
  }

  @Override
  public void epoch(int done, int total, double loss, double validation) {
    log.accept(
        String.format(
            Locale.ROOT,
            "epoch %d of %d: loss %.4f, validation NDCG@10 %.4f",
            done,
            total,
            loss,
            validation));
  }

  @Override
  public void remark(String line) {
    log.accept(line);
  }
}
