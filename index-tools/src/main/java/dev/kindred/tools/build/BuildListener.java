package dev.kindred.tools.build;

import java.util.Map;

/**
 * Is told how far a build is; phases follow one another. Called by one thread at a time, which the
 * build waits for.
 */
public interface BuildListener {
  /** Tells nobody. */
  BuildListener NONE = new BuildListener() {};

  /**
   * @param phase such as {@code read events}, {@code train als} or {@code fit home}
   */
  default void started(String phase) {}

  /**
   * @param done so far
   * @param total 0 when nobody knows
   */
  default void progress(String phase, long done, long total) {}

  /**
   * @param seconds the phase took
   * @param counts what came of it, by name, in the order worth telling
   */
  default void finished(String phase, double seconds, Map<String, Long> counts) {}
}
