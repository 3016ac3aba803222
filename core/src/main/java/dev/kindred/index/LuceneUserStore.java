package dev.kindred.index;

import dev.kindred.data.Event;
import dev.kindred.data.UserState;
import dev.kindred.data.UserStore;
import dev.kindred.index.log.Entry;
import dev.kindred.index.log.EventArchive;
import dev.kindred.index.log.GroupCommit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.lucene.store.AlreadyClosedException;

/**
 * Users in a Lucene index of their own, one document a user: attributes, the newest {@link
 * #HISTORY} events, how many of each type there ever were, and the ids of the last 1,000 events
 * that brought an id along. An event is acknowledged once it is in the log beside the index, which
 * is written for many callers at once; every {@link #CHECKPOINT} events the log goes into the index
 * and is removed. Reads see every acknowledged event. The directory is locked for writing at the
 * first write, not before, so that any number of processes may read while one writes. Thread-safe.
 */
public final class LuceneUserStore implements UserStore {
  /** How many events of a user are kept. */
  public static final int HISTORY = 500;

  /** How many events the log holds at most before they go into the index. */
  public static final int CHECKPOINT = 32_768;

  private final UserIndex index;
  private final UserLog log;
  private final GroupCommit<Batch> commits = new GroupCommit<>(this::commit);
  private FutureTask<Void> checkpoint;
  private boolean closed;

  private LuceneUserStore(Path directory, EventArchive archive) throws IOException {
    this.index = new UserIndex(directory);
    this.log = new UserLog(directory, archive);
  }

  /** Opens the store in that directory, which need not exist yet. */
  public static LuceneUserStore open(Path directory) throws IOException {
    return new LuceneUserStore(directory, null);
  }

  /** Opens what users did since the builds of that index folder. */
  public static LuceneUserStore live(Path index) throws IOException {
    return new LuceneUserStore(
        index.resolve(Generations.LIVE).resolve(Generations.USERS), ItemState.events(index));
  }

  /** Takes one user. */
  @FunctionalInterface
  public interface Visit {
    void user(UserState user) throws IOException;
  }

  /**
   * Gives everybody as they are at one moment. Returns how far the log was read, in the words of
   * {@link ItemState#EVENTS}: an event is among those given when it comes before, and only then.
   */
  public String visit(Visit visit) throws IOException {
    return commits.alone(
        () -> {
          List<RecentEvents> tables = tables();
          String end = index.look(view -> Joined.visit(tables, view, visit), null);
          return end == null ? Joined.visit(tables, null, visit) : end;
        });
  }

  /** Entries that one caller waits for; counts what becomes of them. */
  private static final class Batch {
    private final List<Entry> entries;
    private int repeated;

    Batch(List<Entry> entries) {
      this.entries = entries;
    }
  }

  @Override
  public Optional<UserState> find(String userId) throws IOException {
    List<RecentEvents> tables = tables();
    StoredUser found =
        index.look(
            view ->
                Joined.user(
                    userId, view.find(userId), Joined.entries(tables, view.covered(), userId)),
            Joined.user(userId, null, Joined.entries(tables, 0, userId)));
    return Optional.ofNullable(found).map(StoredUser::state);
  }

  @Override
  public SortedSet<String> ids() throws IOException {
    List<RecentEvents> tables = tables();
    return Joined.users(tables, index.look(UserIndex.View::users, List.of()));
  }

  /** What is logged: in this process, or by another one. */
  private List<RecentEvents> tables() throws IOException {
    if (log.writing()) {
      return log.tables();
    }
    List<RecentEvents> tables = log.follow();
    index.refresh();
    index.look(
        view -> {
          log.drop(view.covered());
          return null;
        },
        null);
    return tables;
  }

  /** How many users are stored. */
  public int size() throws IOException {
    List<RecentEvents> tables = tables();
    Set<String> logged = new LinkedHashSet<>();
    tables.forEach(table -> logged.addAll(table.users()));
    return index.look(
        view -> {
          int size = view.size();
          for (String user : logged) {
            size += view.knows(user) ? 0 : 1;
          }
          return size;
        },
        logged.size());
  }

  /**
   * Times are kept to the millisecond; events older than the newest {@link #HISTORY} are lost.
   *
   * @throws IllegalArgumentException when an id or a type is not fit to be stored; nothing is then
   */
  @Override
  public Receipt receive(List<Arrival> events) throws IOException {
    Batch batch = new Batch(Arrivals.entries(events));
    submit(batch);
    return new Receipt(events.size() - batch.repeated, batch.repeated);
  }

  @Override
  public void describe(String userId, Map<String, String> attributes) throws IOException {
    submit(new Batch(List.of(Arrivals.facts(userId, attributes))));
  }

  private void submit(Batch batch) throws IOException {
    if (batch.entries.isEmpty()) {
      return;
    }
    if (!log.writing()) {
      alone();
    }
    commits.submit(batch);
  }

  private void alone() throws IOException {
    commits.alone(
        () -> {
          start();
          return null;
        });
  }

  private void requireOpen() {
    if (closed) {
      throw new AlreadyClosedException("the user store is closed");
    }
  }

  private void start() throws IOException {
    requireOpen();
    if (!log.writing()) {
      index.lock();
      log.takeOver();
      settle();
    }
  }

  private void commit(List<Batch> group) throws IOException {
    requireOpen();
    RecentEvents active = log.active(covered());
    if (active.size() >= CHECKPOINT) {
      await();
      beginCheckpoint();
      active = log.active(covered());
    }
    List<Entry> entries = new ArrayList<>();
    for (Batch batch : group) {
      for (Entry entry : batch.entries) {
        if (isNew(entry, active)) {
          entries.add(entry);
        } else {
          batch.repeated++;
        }
      }
    }
    if (!entries.isEmpty()) {
      log.write(entries);
    }
  }

  private long covered() throws IOException {
    return index.look(UserIndex.View::covered, 0L);
  }

  private boolean isNew(Entry entry, RecentEvents active) throws IOException {
    if (!(entry instanceof Entry.Happened happened) || happened.id() == 0) {
      return true;
    }
    return active.isNew(entry.user(), happened.id(), known -> addIds(entry.user(), known));
  }

  private void addIds(String user, LongSet known) throws IOException {
    List<RecentEvents> tables = log.tables();
    long[] stored = index.look(view -> view.ids(user), new long[0]);
    for (long id : stored) {
      known.add(id);
    }
    for (Entry earlier : Joined.entries(tables, 0, user)) {
      if (earlier instanceof Entry.Happened happened && happened.id() != 0) {
        known.add(happened.id());
      }
    }
  }

  /** The log so far goes into the index while a new file takes what comes. */
  private void beginCheckpoint() throws IOException {
    log.seal();
    List<RecentEvents> sealed = log.tables();
    checkpoint =
        new FutureTask<>(
            () -> {
              takeIn(sealed);
              return null;
            });
    Thread.ofPlatform().daemon().name("kindred-checkpoint").start(checkpoint);
  }

  private void await() throws IOException {
    FutureTask<Void> running = checkpoint;
    checkpoint = null;
    if (running == null) {
      return;
    }
    try {
      running.get();
    } catch (ExecutionException e) {
      throw new IOException("the log could not be taken into the index: " + e.getCause(), e);
    } catch (InterruptedException e) {
      checkpoint = running;
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the log goes into the index", e);
    }
  }

  private void takeIn(List<RecentEvents> sealed) throws IOException {
    Set<String> users = new LinkedHashSet<>();
    sealed.forEach(table -> users.addAll(table.users()));
    for (String user : users) {
      List<Entry> entries = Joined.entries(sealed, covered(), user);
      if (!entries.isEmpty()) {
        StoredUser before = index.look(view -> view.find(user), null);
        index.write(Joined.user(user, before, entries));
      }
    }
    long last = sealed.getLast().number();
    index.commit(Math.max(last, covered()));
    log.remove(last);
  }

  /** When this returns the index holds everything, and there is no log. */
  private void settle() throws IOException {
    await();
    log.seal();
    if (!log.tables().isEmpty()) {
      takeIn(log.tables());
    }
  }

  /**
   * Stores whole users, each in place of what was known of them, with one commit at the end: the
   * fast way in for a builder.
   */
  public void load(Iterator<UserState> users) throws IOException {
    commits.alone(
        () -> {
          start();
          settle();
          while (users.hasNext()) {
            UserState user = users.next();
            List<Event> kept = StoredUser.newest(user.history());
            index.write(
                new StoredUser(
                    new UserState(user.id(), kept, user.attributes(), user.counts()), new long[0]));
          }
          index.commit();
          return null;
        });
  }

  /** When this returns no file of the store holds anything of the user. */
  @Override
  public int forget(String userId) throws IOException {
    Optional<UserState> user = find(userId);
    if (user.isEmpty()) {
      return 0;
    }
    return commits.alone(
        () -> {
          start();
          settle();
          int events = find(userId).map(known -> known.history().size()).orElse(0);
          index.erase(userId);
          return events;
        });
  }

  @Override
  public void close() throws IOException {
    commits.alone(
        () -> {
          closed = true;
          try (index;
              log) {
            if (log.writing()) {
              settle();
            }
          }
          return null;
        });
  }
}
