package dev.kindred.tools.read;

/**
 * How many bad lines are put up with before reading stops. Bad lines that are skipped are counted
 * and shown by example in the {@link ReadReport}. What spoils a file as a whole (no events at all,
 * another encoding, an open quote, damaged gzip data) stops at once, whatever is allowed.
 * Immutable.
 *
 * @param allowed how many to skip; 0 to stop at the first
 */
public record BadLines(long allowed) {
  /** Stop at the first bad line. */
  public static final BadLines STOP = new BadLines(0);

  public BadLines {
    if (allowed < 0) {
      throw new IllegalArgumentException("bad lines allowed must not be negative, was " + allowed);
    }
  }

  /** Skip this many, fail at the next. */
  public static BadLines skip(long allowed) {
    return new BadLines(allowed);
  }
}
