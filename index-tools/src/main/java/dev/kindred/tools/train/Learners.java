package dev.kindred.tools.train;

import dev.kindred.data.Catalogue;
import dev.kindred.data.Event;
import dev.kindred.data.EventWeights;
import dev.kindred.data.Interactions;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.model.Encoding;
import dev.kindred.model.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The users of training data as requests would bring them, for trainers that learn from what a
 * model says of them. Immutable and thread-safe.
 *
 * @param events whose strengths are final
 */
public record Learners(Interactions events) {
  /** What the model says of the user at the time of the newest event, from all of the user's. */
  public Encoding encode(Model model, int user) {
    Instant now = Instant.ofEpochMilli(events.size() == 0 ? 0 : events.newest());
    Situation situation = new Situation(now, Map.of(), "", EventWeights.EQUAL, Catalogue.EMPTY);
    try {
      return model.encode(user(user), situation);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private UserState user(int user) {
    List<Event> history = new ArrayList<>();
    for (int p = events.from(user); p < events.to(user); p++) {
      history.add(events.event(user, p));
    }
    return new UserState(events.users().id(user), history, Map.of());
  }
}
