package dev.kindred.tools.train;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/**
 * What to do about a training that takes long. Only a {@link NetworkTrainer} asks.
 *
 * @param checkpoint a folder written after each epoch, so that no more than one is lost; null for
 *     none
 * @param resume whether to go on from the checkpoint; a missing one is an error
 * @param limit after which the training ends with the best it has; null for none
 * @param clock to hold the limit against
 */
public record LongWork(Path checkpoint, boolean resume, Duration limit, InstantSource clock) {
  /** No checkpoint, no limit. */
  public static final LongWork NONE =
      new LongWork(null, false, null, InstantSource.fixed(Instant.EPOCH));

  public LongWork {
    Objects.requireNonNull(clock, "clock");
    Require.positive("the time limit", limit);
    Require.that(!resume || checkpoint != null, "to resume, name the checkpoint");
  }
}
