package dev.kindred;

import dev.kindred.impressions.ImpressionLog;
import dev.kindred.index.Generations;
import dev.kindred.index.LuceneUserStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Erases a user from everything that an index folder holds, then looks whether anything is left.
 * The index must not be open for writing elsewhere.
 */
public final class Erasure {
  private static final int TELLING = 4;

  private final Path index;
  private final String userId;

  private Erasure(Path index, String userId) {
    this.index = index;
    this.userId = userId;
  }

  /**
   * What was erased. Immutable.
   *
   * @param events how many, by where they were: a generation's name,, {@code live}, or {@code
   *     impressions} for served pages and what followed them
   * @param mentions files that still hold the bytes of the user's id, such as a model that was
   *     trained on the user's events; always empty for an id of fewer than {@value #TELLING} bytes,
   *     which would be found anywhere
   */
  public record Erased(Map<String, Integer> events, List<Path> mentions) {
    /** Of all places. */
    public int total() {
      return events.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * Erases the user.
   *
   * @throws IllegalStateException when something is left that should not be
   */
  public static Erased of(Path index, String userId) throws IOException {
    return new Erasure(index, userId).run();
  }

  private Erased run() throws IOException {
    Map<String, Integer> erased = new LinkedHashMap<>();
    for (Generations.Generation generation : Generations.at(index).list()) {
      Path users = generation.path().resolve(Generations.USERS);
      erased.put(
          generation.path().getFileName().toString(),
          erase(users, () -> LuceneUserStore.open(users)));
    }
    Path live = index.resolve(Generations.LIVE);
    if (Files.exists(live)) {
      Path users = live.resolve(Generations.USERS);
      erased.put(Generations.LIVE, erase(users, () -> LuceneUserStore.live(index)));
      erased.put("impressions", ImpressionLog.of(index).forget(userId));
    }
    return new Erased(erased, mentions());
  }

  private interface Store {
    LuceneUserStore open() throws IOException;
  }

  private int erase(Path users, Store at) throws IOException {
    if (Files.notExists(users)) {
      return 0;
    }
    int events;
    try (LuceneUserStore store = at.open()) {
      events = store.forget(userId);
    }
    try (LuceneUserStore store = at.open()) {
      if (store.find(userId).isPresent()) {
        throw new IllegalStateException(users + ": user '" + userId + "' is still there");
      }
    }
    return events;
  }

  private List<Path> mentions() throws IOException {
    byte[] id = userId.getBytes(StandardCharsets.UTF_8);
    List<Path> mentions = new ArrayList<>();
    if (id.length >= TELLING) {
      try (Stream<Path> files = Files.walk(index)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          if (new ByteSearch(id).in(file)) {
            mentions.add(index.relativize(file));
          }
        }
      }
    }
    return List.copyOf(mentions);
  }
}
