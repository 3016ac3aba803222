package dev.kindred.tools.build;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs the steps of a build one after the other, times them and tells the listener. */
final class Phases {
  private final BuildListener listener;
  private final Map<String, Double> seconds = new LinkedHashMap<>();

  /** One step; fills in what came of it. */
  interface Step<T> {
    T run(Map<String, Long> counts) throws IOException;
  }

  Phases(BuildListener listener) {
    this.listener = listener;
  }

  <T> T run(String phase, Step<T> step) throws IOException {
    listener.started(phase);
    long start = System.nanoTime();
    Map<String, Long> counts = new LinkedHashMap<>();
    T result = step.run(counts);
    double took = (System.nanoTime() - start) / 1e9;
    seconds.put(phase, took);
    listener.finished(phase, took, counts);
    return result;
  }

  void progress(String phase, long done, long total) {
    listener.progress(phase, done, total);
  }

  /** Counts the steps of a phase; a total of 0 is one that nobody knows. */
  Ticker ticker(String phase, long total) {
    return new Ticker(listener, phase, total);
  }

  /** Seconds by phase, in their order. */
  Map<String, Double> seconds() {
    return seconds;
  }
}
