package dev.kindred.tools.read;

import java.util.function.Consumer;

/**
 * How many bad lines are put up with before reading stops. Bad lines that are skipped are counted
 * and shown by example in the {@link ReadReport}. What spoils a file as a whole (no events at all,
 * another encoding, an open quote, damaged gzip data) stops at once, whatever is allowed.
 * Immutable.
 *
 * @param allowed how many to skip; 0 to stop at the first
 * @param each told the message of every line that is skipped: {@code <file>:<line>: <what is
 *     wrong>}
 */
public record BadLines(long allowed, Consumer<String> each) {
  /** Stop at the first bad line. */
  public static final BadLines STOP = skip(0);

  public BadLines {
    if (allowed < 0) {
      throw new IllegalArgumentException("bad lines allowed must not be negative, was " + allowed);
    }
  }

  /** Skip this many, fail at the next. */
  public static BadLines skip(long allowed) {
    return new BadLines(allowed, message -> {});
  }
}
