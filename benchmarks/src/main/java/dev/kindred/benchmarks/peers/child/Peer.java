package dev.kindred.benchmarks.peers.child;

/** The algorithms of one library. Has a constructor without arguments; used by one thread. */
public interface Peer extends AutoCloseable {
  /** Name and version of the library. */
  String version();

  /**
   * Takes ratings into the form that the library learns from; this is not counted.
   *
   * @throws IllegalArgumentException for an algorithm or a setting it does not have
   */
  Training prepare(Ratings ratings, Settings settings) throws Exception;

  /** Frees what was prepared and trained. */
  @Override
  void close() throws Exception;

  /** Ratings that are ready to be learned from. */
  @FunctionalInterface
  interface Training {
    /** Trains, from the start every time; this is what is counted. */
    Trained train() throws Exception;
  }
}
