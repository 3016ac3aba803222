package dev.kindred.tools.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * A line on a terminal that shows how far a step is, how fast it goes and how long it will take.
 * Draws at most ten times a second, and nothing when nobody watches. Thread-safe.
 */
public final class Progress implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int WIDTH = 24;
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter err;
  private final InstantSource clock;
  private final boolean shown;
  private final boolean quiet;
  private String step = "";
  private Instant started = Instant.EPOCH;
  private long first;
  private Instant drawn = Instant.EPOCH;
  private boolean dirty;

  /**
   * @param quiet draw nothing, whoever watches
   */
  public Progress(Console console, boolean quiet) {
    err = console.err();
    clock = console.clock();
    shown = console.terminal() && !quiet;
    this.quiet = quiet;
  }

  /**
   * Says how far a step is; another name starts another step.
   *
   * @param name what is being done, such as {@code training als}
   * @param done so far
   * @param total 0 when nobody knows
   */
  public void update(String name, long done, long total) {
    update(name, done, total, "");
  }

  /** As {@link #update(String, long, long)}, with figures behind the rest of the line. */
  private synchronized void update(String name, long done, long total, String figures) {
    if (!shown) {
      return;
    }
    Instant now = clock.instant();
    if (!name.equals(step)) {
      step = name;
      started = now;
      first = done;
      drawn = Instant.EPOCH;
    }
    if (Duration.between(drawn, now).compareTo(PAUSE) >= 0) {
      drawn = now;
      dirty = true;
      err.print(CLEAR + line(name, first, done, total, Duration.between(started, now)) + figures);
      err.flush();
    }
  }

  /** For trainers. */
  public dev.kindred.tools.train.Progress epochs(String name) {
    return new dev.kindred.tools.train.Progress() {
      @Override
      public void epoch(int done, int total, double loss) {
        update(name, done, total);
      }

      @Override
      public void epoch(int done, int total, double loss, double validation) {
        update(name, done, total, figures(loss, validation));
      }

      @Override
      public void remark(String line) {
        say(name + ": " + line);
      }
    };
  }

  static String figures(double loss, double validation) {
    String merit =
        Double.isNaN(validation) ? "" : String.format(Locale.ROOT, "  NDCG@10 %.4f", validation);
    return String.format(Locale.ROOT, "  loss %.4f", loss) + merit;
  }

  /** A line that stays, in a log too. */
  private synchronized void say(String line) {
    if (!quiet) {
      err.println((shown ? CLEAR : "") + line);
      err.flush();
    }
  }

  /**
   * @param first how much was done when the step was first heard of, in earlier runs too
   * @param spent since then
   */
  static String line(String name, long first, long done, long total, Duration spent) {
    double seconds = spent.toMillis() / 1000.0;
    double rate = seconds > 0 ? (done - first) / seconds : 0;
    if (total <= 0) {
      return String.format(Locale.ROOT, "%s  %,d  %s", name, done, speed(rate));
    }
    int full = (int) Math.min(WIDTH, WIDTH * done / total);
    String left = rate > 0 && done < total ? "  " + duration((total - done) / rate) + " left" : "";
    return String.format(
        Locale.ROOT,
        "%s  %s%s  %3d %%  %s%s",
        name,
        "█".repeat(full),
        "░".repeat(WIDTH - full),
        Math.min(100, 100 * done / total),
        speed(rate),
        left);
  }

  private static String speed(double rate) {
    return rate >= 10
        ? String.format(Locale.ROOT, "%,.0f/s", rate)
        : String.format(Locale.ROOT, "%.1f/s", rate);
  }

  private static String duration(double seconds) {
    long whole = Math.round(seconds);
    return whole < 60 ? whole + " s" : (whole / 60) + " min " + (whole % 60) + " s";
  }

  /** Wipes the line. */
  @Override
  public synchronized void close() {
    if (dirty) {
      err.print(CLEAR);
      err.flush();
      dirty = false;
    }
  }
}
