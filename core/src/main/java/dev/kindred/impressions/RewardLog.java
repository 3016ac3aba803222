package dev.kindred.impressions;

import dev.kindred.data.bandit.Feedback;
import dev.kindred.index.Generations;
import dev.kindred.index.ItemState;
import dev.kindred.index.log.Entry;
import dev.kindred.index.log.LogFile;
import dev.kindred.index.log.LogFolder;
import dev.kindred.index.log.LogPosition;
import dev.kindred.index.log.LogTail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;

/**
 * The rewards that bandits were told, in their order, on the disk before anybody learns from them;
 * without users. Several processes may append; each sees what the others did. The newest are kept,
 * a hundred thousand or so, and an item of an answer is rewarded once among them. Thread-safe.
 */
public final class RewardLog {
  private static final long FILE_BYTES = 4L << 20;
  private static final int FILES = 8;
  private static final String REQUEST = "request";
  private static final String PROFILE = "profile";
  private static final String REWARD = "reward";
  private static final String TIME = "time";
  private static final String SIGNAL = "signal:";
  private static final String CONTEXT = "context:";

  private final LogFolder folder;
  private final long fileBytes;
  private final Set<String> told = new HashSet<>();
  private final LogPosition learned;
  private LogPosition at;
  private LogTail tail;

  /** Whether those before {@link #learned} are among the told. */
  private boolean remembers;

  /**
   * A reward that is to be learned. Immutable.
   *
   * @param requestId names the answer; empty when its teller sees to it that it is told once
   * @param profile whose bandits learn
   */
  public record Told(String requestId, String profile, Feedback feedback) {
    private String key() {
      return requestId + '\n' + feedback.itemId();
    }
  }

  /** Learns rewards, in their order. */
  @FunctionalInterface
  public interface Learner {
    /**
     * @param position in the log after these rewards
     */
    void learn(List<Told> rewards, String position) throws IOException;
  }

  private RewardLog(Path folder, String learned, long fileBytes) {
    this.folder = new LogFolder(folder);
    this.learned = LogPosition.parse(learned);
    this.at = new LogPosition(this.learned.file(), 0);
    this.fileBytes = fileBytes;
  }

  /**
   * The log of an index folder, beside its generations.
   *
   * @param learned the position up to which everything is learned already; null for nothing
   */
  public static RewardLog of(Path index, String learned) {
    return in(index.resolve(Generations.LIVE).resolve("rewards"), learned, FILE_BYTES);
  }

  /** In a folder of its own, with another size after which the next file is begun. */
  static RewardLog in(Path folder, String learned, long fileBytes) {
    return new RewardLog(folder, learned, fileBytes);
  }

  /** Gives the learner what is in the log and was not given yet. */
  public synchronized void follow(Learner learner) throws IOException {
    List<Told> fresh = new ArrayList<>();
    for (long number : folder.numbers()) {
      if (number >= at.file()) {
        follow(number, fresh);
      }
    }
    if (!fresh.isEmpty()) {
      learner.learn(fresh, at.toString());
    }
  }

  private void follow(long number, List<Told> fresh) throws IOException {
    if (tail == null || number > at.file()) {
      tail = new LogTail(folder.file(number));
      at = new LogPosition(number, 0);
    }
    List<Entry> entries;
    try {
      entries = tail.read();
    } catch (NoSuchFileException e) {
      return;
    }
    for (Entry entry : entries) {
      at = new LogPosition(number, at.entries() + 1);
      Told one = remember(entry);
      if (at.compareTo(learned) > 0) {
        fresh.add(one);
      }
    }
  }

  private Told remember(Entry entry) {
    Told one = told((Entry.Described) entry);
    if (!one.requestId.isEmpty()) {
      told.add(one.key());
    }
    return one;
  }

  /** Only those who append need to know what was told long ago. */
  private void rememberAll() throws IOException {
    for (long number : folder.numbers()) {
      if (number < learned.file()) {
        new LogTail(folder.file(number)).read().forEach(this::remember);
      }
    }
    remembers = true;
  }

  /**
   * Writes those rewards that were not told before and gives them to the learner, after what others
   * wrote meanwhile. When this returns they survive a crash.
   *
   * @return those that were not told before
   * @throws org.apache.lucene.store.LockObtainFailedException when somebody else keeps writing
   */
  public synchronized List<Told> append(List<Told> rewards, Learner learner) throws IOException {
    Files.createDirectories(folder.path());
    try (FSDirectory directory = FSDirectory.open(folder.path());
        Lock lock = ItemState.patient(directory).obtainLock("rewards.lock")) {
      lock.ensureValid();
      if (!remembers) {
        rememberAll();
      }
      follow(learner);
      Set<String> now = new HashSet<>();
      List<Told> fresh =
          rewards.stream()
              .filter(one -> one.requestId.isEmpty() || !told.contains(one.key()))
              .filter(one -> one.requestId.isEmpty() || now.add(one.key()))
              .toList();
      if (!fresh.isEmpty()) {
        write(fresh.stream().map(RewardLog::entry).toList());
        follow(learner);
      }
      return fresh;
    }
  }

  /** A file that ends in a record which a crash cut short is left alone. */
  private void write(List<Entry> entries) throws IOException {
    Path last = folder.file(at.file());
    boolean goesOn =
        tail != null
            && at.compareTo(learned) >= 0
            && tail.end() < fileBytes
            && Files.size(last) == tail.end();
    try (LogFile file = goesOn ? LogFile.append(last) : next(at.file() + 1)) {
      file.write(entries);
    }
  }

  private LogFile next(long number) throws IOException {
    folder.deleteUpTo(number - FILES);
    return LogFile.create(folder.file(number));
  }

  private static Entry entry(Told told) {
    Feedback feedback = told.feedback;
    Map<String, String> facts = new HashMap<>();
    facts.put(REQUEST, told.requestId);
    facts.put(PROFILE, told.profile);
    facts.put(REWARD, Double.toString(feedback.reward()));
    facts.put(TIME, feedback.at().toString());
    feedback.signals().forEach((name, value) -> facts.put(SIGNAL + name, value.toString()));
    feedback.context().forEach((name, value) -> facts.put(CONTEXT + name, value));
    return new Entry.Described(feedback.itemId(), facts);
  }

  private static Told told(Entry.Described entry) {
    Map<String, String> facts = entry.attributes();
    Map<String, Double> signals = new HashMap<>();
    Map<String, String> context = new HashMap<>();
    facts.forEach(
        (name, value) -> {
          if (name.startsWith(SIGNAL)) {
            signals.put(name.substring(SIGNAL.length()), Double.parseDouble(value));
          } else if (name.startsWith(CONTEXT)) {
            context.put(name.substring(CONTEXT.length()), value);
          }
        });
    return new Told(
        facts.get(REQUEST),
        facts.get(PROFILE),
        new Feedback(
            entry.user(),
            Double.parseDouble(facts.get(REWARD)),
            Instant.parse(facts.get(TIME)),
            signals,
            context));
  }
}
