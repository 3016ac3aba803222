package dev.kindred.index;

import dev.kindred.data.Event;
import dev.kindred.data.UserState;
import dev.kindred.data.UserStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.util.IOUtils;

/**
 * Users as a build left them, and what became known since, which outlives builds. Writes go to the
 * live part. An event that both parts hold, because a later build has read it too, counts once.
 * Thread-safe.
 */
public final class LayeredUserStore implements UserStore {
  private final UserStore built;
  private final UserStore live;

  /**
   * Both are closed with this.
   *
   * @param built what a generation holds
   * @param live what all generations share
   */
  public LayeredUserStore(UserStore built, UserStore live) {
    this.built = built;
    this.live = live;
  }

  /**
   * The users of a generation, and what became known since.
   *
   * @param index the index folder
   * @param generation one of its generations
   */
  public static LayeredUserStore open(Path index, Path generation) throws IOException {
    return new LayeredUserStore(
        LuceneUserStore.open(generation.resolve(Generations.USERS)), LuceneUserStore.live(index));
  }

  @Override
  public Optional<UserState> find(String userId) throws IOException {
    Optional<UserState> before = built.find(userId);
    Optional<UserState> since = live.find(userId);
    if (before.isEmpty() || since.isEmpty()) {
      return before.or(() -> since);
    }
    return Optional.of(joined(before.get(), since.get()));
  }

  @Override
  public SortedSet<String> ids() throws IOException {
    SortedSet<String> ids = new TreeSet<>(built.ids());
    ids.addAll(live.ids());
    return ids;
  }

  private static UserState joined(UserState before, UserState since) {
    Map<Event, Integer> built = new HashMap<>();
    before.history().forEach(event -> built.merge(event, 1, Integer::sum));
    Map<String, Long> counts = new HashMap<>(before.counts());
    since.counts().forEach((type, count) -> counts.merge(type, count, Long::sum));
    List<Event> history = new ArrayList<>(before.history());
    for (Event event : since.history()) {
      if (built.merge(event, -1, Integer::sum) < 0) {
        history.add(event);
      } else if (before.counts().containsKey(event.type())) {
        counts.merge(event.type(), -1L, Long::sum);
      }
    }
    Map<String, String> attributes = new HashMap<>(before.attributes());
    attributes.putAll(since.attributes());
    return new UserState(before.id(), StoredUser.newest(history), attributes, counts);
  }

  @Override
  public Receipt receive(List<Arrival> events) throws IOException {
    return live.receive(events);
  }

  @Override
  public void describe(String userId, Map<String, String> attributes) throws IOException {
    live.describe(userId, attributes);
  }

  /** Erases the user from both. */
  @Override
  public int forget(String userId) throws IOException {
    return built.forget(userId) + live.forget(userId);
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(built, live);
  }
}
