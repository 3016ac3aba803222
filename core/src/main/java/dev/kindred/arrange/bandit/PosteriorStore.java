package dev.kindred.arrange.bandit;

import dev.kindred.data.bandit.Arm;
import dev.kindred.data.bandit.Bandit;
import dev.kindred.data.bandit.Feedback;
import dev.kindred.data.bandit.Posteriors;
import dev.kindred.data.bandit.Regression;
import dev.kindred.data.bandit.Table;
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
 * {@link #save} and on {@link #close}: a killed process forgets at most so many. One process writes
 * a file. Thread-safe.
 */
public final class PosteriorStore implements Closeable {
  /** How many rewards a killed process may forget. */
  public static final int SAVED_EVERY = 1000;

  private final Path file;
  private final Map<String, Memory> byName = new TreeMap<>();
  private volatile Map<String, Posteriors> frozen = Map.of();
  private int unsaved;

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
      store.byName.putAll(PosteriorFile.read(file));
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
  public synchronized void learn(Bandit bandit, List<Feedback> batch) throws IOException {
    Memory memory = byName.computeIfAbsent(bandit.name(), name -> new Memory());
    memory.learn(bandit, batch);
    freeze(Set.of(bandit.name()));
    unsaved += batch.size();
    if (unsaved >= SAVED_EVERY) {
      save();
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
      PosteriorFile.write(file, byName);
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
      if (bandit.linear() != null) {
        requireFeatures(bandit);
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

    private void requireFeatures(Bandit bandit) {
      List<String> wanted = bandit.linear().features().names();
      if (learners.isEmpty()) {
        features = wanted;
      } else if (!features.equals(wanted)) {
        throw new IllegalStateException(
            "bandit '"
                + bandit.name()
                + "' has learned on the features "
                + features
                + ", its arranger now names "
                + wanted
                + "; give the arranger a bandit of another name, or forget this one");
      }
    }

    /** Returns the key of the regression that learned. */
    private String regress(Bandit bandit, Feedback one, long time) {
      Bandit.Linear linear = bandit.linear();
      String key = linear.key(one.itemId());
      RidgeLearner learner = learners.compute(key, (id, old) -> current(bandit, old));
      learner.learn(linear.features().of(one.signals(), one.context()), one.reward(), time);
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
