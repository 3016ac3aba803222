package dev.kindred.benchmarks.peers.child;

import java.nio.file.Path;

/** What a training made. */
@FunctionalInterface
public interface Trained {
  /**
   * Leaves behind what is measured.
   *
   * @param asked what will be asked for
   * @param place to write to, where there is nothing yet
   */
  void leave(Pairs asked, Path place) throws Exception;
}
