package dev.kindred.tools.cli;

import dev.kindred.tools.build.BuildListener;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Shows a build on the progress line, and says what each phase came to. */
final class BuildProgress implements BuildListener, AutoCloseable {
  /** Phases quicker than this are not worth a line. */
  private static final double WORTH_TELLING = 0.5;

  private final Progress progress;
  private final Consumer<String> remark;

  BuildProgress(Progress progress, Consumer<String> remark) {
    this.progress = progress;
    this.remark = remark;
  }

  @Override
  public void started(String phase) {
    progress.update(phase, 0, 0);
  }

  @Override
  public void progress(String phase, long done, long total) {
    progress.update(phase, done, total);
  }

  @Override
  public void finished(String phase, double seconds, Map<String, Long> counts) {
    progress.close();
    if (seconds >= WORTH_TELLING) {
      remark.accept(line(phase, seconds, counts));
    }
  }

  private static String line(String phase, double seconds, Map<String, Long> counts) {
    String told =
        counts.entrySet().stream()
            .filter(count -> count.getValue() > 0)
            .map(
                count ->
                    String.format(
                        Locale.ROOT, "%,d %s", count.getValue(), count.getKey().replace('_', ' ')))
            .collect(Collectors.joining(", "));
    return String.format(Locale.ROOT, "%-24s%7.1f s  %s", phase, seconds, told).stripTrailing();
  }

  @Override
  public void close() {
    progress.close();
  }
}
