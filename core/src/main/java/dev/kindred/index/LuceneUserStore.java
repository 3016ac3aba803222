package dev.kindred.index;

import dev.kindred.data.Event;
import dev.kindred.data.UserState;
import dev.kindred.data.UserStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/**
 * Users in a Lucene index of their own, one document a user: attributes and the newest {@link
 * #HISTORY} events. Reads see every acknowledged event. The directory is locked for writing at the
 * first {@link #append}, {@link #load} or {@link #forget}, not before, so that any number of
 * processes may read while one writes. Thread-safe.
 */
public final class LuceneUserStore implements UserStore {
  /** How many events of a user are kept. */
  public static final int HISTORY = 500;

  private final UserIndex index;

  private LuceneUserStore(UserIndex index) {
    this.index = index;
  }

  /** Opens the store in that directory, which need not exist yet. */
  public static LuceneUserStore open(Path directory) throws IOException {
    return new LuceneUserStore(new UserIndex(directory));
  }

  @Override
  public Optional<UserState> find(String userId) throws IOException {
    return index.find(userId);
  }

  /** How many users are stored. */
  public int size() throws IOException {
    return index.size();
  }

  /** Times are kept to the millisecond; events older than the newest {@link #HISTORY} are lost. */
  @Override
  public synchronized void append(List<Event> events) throws IOException {
    if (events.isEmpty()) {
      return;
    }
    Map<String, List<Event>> byUser = new LinkedHashMap<>();
    for (Event event : events) {
      byUser.computeIfAbsent(event.userId(), user -> new ArrayList<>()).add(event);
    }
    IndexWriter writer = index.writer();
    for (Map.Entry<String, List<Event>> user : byUser.entrySet()) {
      String id = user.getKey();
      UserState before = index.find(id).orElse(new UserState(id, List.of(), Map.of()));
      write(writer, before.then(user.getValue()));
    }
    index.commit();
  }

  /**
   * Stores whole users, each in place of what was known of them, with one commit at the end: the
   * fast way in for a builder.
   */
  public synchronized void load(Iterator<UserState> users) throws IOException {
    IndexWriter writer = index.writer();
    while (users.hasNext()) {
      write(writer, users.next());
    }
    index.commit();
  }

  private static void write(IndexWriter writer, UserState user) throws IOException {
    List<Event> history = new ArrayList<>(user.history());
    history.sort(Comparator.comparing(Event::time));
    int skip = Math.max(0, history.size() - HISTORY);
    UserState kept =
        new UserState(user.id(), history.subList(skip, history.size()), user.attributes());
    BytesRef id = new BytesRef(user.id());
    List<IndexableField> document =
        List.of(
            new StringField(UserIndex.ID, id, Store.NO),
            new BinaryDocValuesField(UserIndex.STATE, new BytesRef(UserRecord.write(kept))));
    writer.updateDocument(new Term(UserIndex.ID, id), document);
  }

  /** When this returns no file of the store holds anything of the user. */
  @Override
  public synchronized int forget(String userId) throws IOException {
    Optional<UserState> user = index.find(userId);
    if (user.isEmpty()) {
      return 0;
    }
    index.erase(userId);
    return user.get().history().size();
  }

  @Override
  public synchronized void close() throws IOException {
    index.close();
  }
}
