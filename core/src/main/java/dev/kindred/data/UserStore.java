package dev.kindred.data;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Remembers what users did. Implementations are thread-safe. */
public interface UserStore extends Closeable {
  /** The user's state, or empty when nothing was ever stored under this id. */
  Optional<UserState> find(String userId) throws IOException;

  /** Stores the events; when this returns they survive a crash. Any order, any mix of users. */
  void append(List<Event> events) throws IOException;

  /** Erases the user. Returns how many events were erased; 0 when the user was unknown. */
  int forget(String userId) throws IOException;
}
