package dev.kindred.arrange.bandit;

import dev.kindred.data.bandit.Arm;
import dev.kindred.data.bandit.Bandit;
import dev.kindred.data.bandit.Feedback;
import dev.kindred.data.bandit.Posteriors;
import dev.kindred.data.bandit.Regression;
import dev.kindred.data.bandit.Table;
import dev.kindred.request.Circumstances;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What bandits have learned, by their names, in memory and in one file that is replaced atomically
 * and carries its checksum. Readers get frozen {@link Posteriors} and never wait; feedback is
 * applied in the order it comes, singly or in batches.
 *
 * <p>The file is written when {@value #SAVED_EVERY} rewards have come since the last time, on
 * {@link #save} and on {@link #close}. With it is kept how far a log of rewards is learned: whoever
 * has the log learns the rest again after a kill, and nothing is forgotten. Thread-safe.
 */
public final class PosteriorStore implements Closeable {
  /** How many rewards may have to be learned again after a kill. */
  public static final int SAVED_EVERY = 1000;

  private final Path file;
  private final Map<String, Memory> byName = new TreeMap<>();
  private volatile Map<String, Posteriors> frozen = Map.of();
  private int unsaved;
  private String position;

  private PosteriorStore(Path file) {
    this.file = file;
  }

  /** Forgets everything when closed. */
  public static PosteriorStore inMemory() {
    return new PosteriorStore(null);
  }

  /**
   * Opens the file, which need not exist yet.
   *
   * @throws IllegalStateException when it is damaged, saying what to do
   */
  public static PosteriorStore open(Path file) throws IOException {
    PosteriorStore store = new PosteriorStore(file);
    if (Files.exists(file)) {
      PosteriorFile.Content content = PosteriorFile.read(file);
      store.byName.putAll(content.bandits());
      store.position = content.position();
      store.freeze(store.byName.keySet());
    }
    return store;
  }

  /** What the bandit of that name has learned so far; {@link Posteriors#NONE} when nothing. */
  public Posteriors find(String bandit) {
    return frozen.getOrDefault(bandit, Posteriors.NONE);
  }

  /** The names of bandits that have learned anything. */
  public Set<String> names() {
    return frozen.keySet();
  }

  /** Learns from a batch; readers see all of it or nothing. */
  public void learn(Bandit bandit, List<Feedback> batch) throws IOException {
    learn(Map.of(bandit, batch), position());
  }

  /**
   * Learns from the batches of several bandits; readers see all of them or nothing.
   *
   * @param after in the log that they come from, the position after them; null when there is none
   */
  public synchronized void learn(Map<Bandit, List<Feedback>> batches, String after)
      throws IOException {
    replay(batches, after);
    unsaved += batches.values().stream().mapToInt(List::size).sum();
    if (unsaved >= SAVED_EVERY) {
      save();
    }
  }

  /** The same for what another process has told or this one before it was killed: saves nothing. */
  public synchronized void replay(Map<Bandit, List<Feedback>> batches, String after) {
    Set<String> names = new HashSet<>();
    batches.forEach(
        (bandit, batch) -> {
          byName.computeIfAbsent(bandit.name(), name -> new Memory()).learn(bandit, batch);
          names.add(bandit.name());
        });
    position = after;
    freeze(names);
  }

  /** How far a log of rewards is learned; null when none ever was. */
  public synchronized String position() {
    return position;
  }

  /** Whether the bandit has learned on the features that its arranger names, or on none yet. */
  public synchronized boolean accepts(Bandit bandit) {
    Memory memory = byName.get(bandit.name());
    return memory == null || memory.accepts(bandit);
  }

  /**
   * @throws IllegalStateException when the bandit has learned on other features
   */
  public synchronized void require(Bandit bandit) {
    Memory memory = byName.get(bandit.name());
    if (memory != null) {
      memory.require(bandit);
    }
  }

  /** Forgets these items, for example because they left the catalogue. */
  public synchronized void forget(String bandit, Set<String> itemIds) {
    Memory memory = byName.get(bandit);
    if (memory != null) {
      memory.arms = memory.arms.without(itemIds);
      memory.regressions = memory.regressions.without(itemIds);
      itemIds.forEach(memory.learners::remove);
      freeze(Set.of(bandit));
      unsaved++;
    }
  }

  /** Forgets all that the bandit has learned. */
  public synchronized void forget(String bandit) throws IOException {
    byName.put(bandit, new Memory());
    freeze(Set.of(bandit));
    save();
  }

  private void freeze(Set<String> names) {
    Map<String, Posteriors> all = new HashMap<>(frozen);
    names.forEach(name -> all.put(name, byName.get(name).freeze()));
    frozen = Map.copyOf(all);
  }

  /** Writes the file, if there is one. */
  public synchronized void save() throws IOException {
    if (file != null) {
      PosteriorFile.write(file, new PosteriorFile.Content(byName, position));
    }
    unsaved = 0;
  }

  @Override
  public synchronized void close() throws IOException {
    if (unsaved > 0) {
      save();
    }
  }

  /** One bandit's state. Guarded by the store. */
  static final class Memory {
    Table<Arm> arms = Table.empty();
    final Map<String, RidgeLearner> learners = new TreeMap<>();
    List<String> features = List.of();
    private Table<Regression> regressions = Table.empty();

    void learn(Bandit bandit, List<Feedback> batch) {
      require(bandit);
      if (bandit.linear() != null) {
        features = bandit.linear().features().names();
      }
      Map<String, Arm> changed = new HashMap<>();
      Set<String> regressed = new HashSet<>();
      for (Feedback one : batch) {
        long time = one.at().toEpochMilli();
        Arm before = changed.getOrDefault(one.itemId(), arms.get(one.itemId(), Arm.NONE));
        changed.put(one.itemId(), before.plus(one.reward(), time, bandit.halfLife()));
        if (bandit.linear() != null) {
          regressed.add(regress(bandit, one, time));
        }
      }
      arms = arms.with(changed);
      Map<String, Regression> fresh = new HashMap<>();
      regressed.forEach(key -> fresh.put(key, learners.get(key).snapshot()));
      regressions = regressions.with(fresh);
    }

    boolean accepts(Bandit bandit) {
      return bandit.linear() == null
          || learners.isEmpty()
          || features.equals(bandit.linear().features().names());
    }

    void require(Bandit bandit) {
      if (!accepts(bandit)) {
        throw new IllegalStateException(
            "bandit '"
                + bandit.name()
                + "' has learned on the features "
                + features
                + ", its arranger now names "
                + bandit.linear().features().names()
                + "; give the arranger a bandit of another name, or forget this one");
      }
    }

    /** Returns the key of the regression that learned. */
    private String regress(Bandit bandit, Feedback one, long time) {
      Bandit.Linear linear = bandit.linear();
      String key = linear.key(one.itemId());
      RidgeLearner learner = learners.compute(key, (id, old) -> current(bandit, old));
      Map<String, String> moment = Circumstances.of(one.at(), one.context()).features();
      learner.learn(linear.features().of(one.signals(), moment), one.reward(), time);
      return key;
    }

    /** The learner with the bandit's settings of today. */
    private RidgeLearner current(Bandit bandit, RidgeLearner old) {
      double regularization = bandit.linear().regularization();
      if (old != null
          && old.regularization() == regularization
          && Objects.equals(old.halfLife(), bandit.halfLife())) {
        return old;
      }
      RidgeLearner learner = new RidgeLearner(features.size(), regularization, bandit.halfLife());
      return old == null ? learner : learner.resume(old.sums());
    }

    Posteriors freeze() {
      return new Posteriors(arms, regressions, features);
    }

    /** Takes over a learner that was read. */
    void restore(String key, RidgeLearner learner) {
      learners.put(key, learner);
      regressions = regressions.with(Map.of(key, learner.snapshot()));
    }
  }
}
