package dev.kindred.tools.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers what a build told. */
final class Heard implements BuildListener {
  private final List<String> phases = new ArrayList<>();
  private final Map<String, Map<String, Long>> finished = new LinkedHashMap<>();
  private final Map<String, List<Long>> progress = new LinkedHashMap<>();

  @Override
  public void started(String phase) {
    phases.add(phase);
  }

  @Override
  public void progress(String phase, long done, long total) {
    progress.computeIfAbsent(phase, p -> new ArrayList<>()).add(done);
  }

  @Override
  public void finished(String phase, double seconds, Map<String, Long> counts) {
    finished.put(phase, counts);
  }

  List<String> phases() {
    return phases;
  }

  List<String> finished() {
    return List.copyOf(finished.keySet());
  }

  Map<String, Long> counts(String phase) {
    return finished.get(phase);
  }

  List<Long> progress(String phase) {
    return progress.getOrDefault(phase, List.of());
  }
}
