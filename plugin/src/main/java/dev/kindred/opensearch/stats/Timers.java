package dev.kindred.opensearch.stats;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.opensearch.core.action.ActionListener;

/** How long the phases of requests took on this node. Thread-safe. */
public final class Timers {
  private final Map<String, Timer> byPhase = new ConcurrentSkipListMap<>();

  /** The listener, noting the time from now until it is answered. */
  public <T> ActionListener<T> timed(String phase, ActionListener<T> listener) {
    Timer timer = byPhase.computeIfAbsent(phase, unused -> new Timer());
    long start = System.nanoTime();
    return ActionListener.wrap(
        answer -> {
          timer.add(System.nanoTime() - start, false);
          listener.onResponse(answer);
        },
        problem -> {
          timer.add(System.nanoTime() - start, true);
          listener.onFailure(problem);
        });
  }

  /** By phase, in alphabetical order. */
  public Map<String, Timer> all() {
    return byPhase;
  }
}
