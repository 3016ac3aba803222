package dev.kindred.tools.train;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;

/**
 * The circumstances of one training. Immutable.
 *
 * @param name the model's name in profiles and fields
 * @param version distinguishes trainings of one name; usually the ISO instant of the training
 * @param seed of everything random
 * @param threads to use, at least 1
 * @param progress told how far it is
 * @param longWork what to do about a training that takes hours
 */
public record Run(
    String name, String version, long seed, int threads, Progress progress, LongWork longWork) {

  /** Without a time limit or checkpoints. */
  public Run(String name, String version, long seed, int threads, Progress progress) {
    this(name, version, seed, threads, progress, LongWork.NONE);
  }

  public Run {
    Objects.requireNonNull(longWork, "longWork");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(progress, "progress");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a model's name must not be empty");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, was " + threads);
    }
  }

  /** When the training was started: the version where that is an instant, else the epoch. */
  public Instant time() {
    try {
      return Instant.parse(version);
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }
}
