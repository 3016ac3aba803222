package dev.kindred.benchmarks.live;

import dev.kindred.data.Event;
import dev.kindred.data.UserState;
import dev.kindred.index.LuceneUserStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Kills a process that ingests at full rate, opens what it left and looks for every event that was
 * acknowledged, again and again in one folder. Events that were on their way are sent again.
 */
final class KillHarness {
  private static final int WORKERS = 4;
  private static final int LONGEST_MS = 500;

  private final Path folder;
  private final SplittableRandom random;
  private final long[] acknowledged = new long[WORKERS];
  private final List<String> faults = new ArrayList<>();
  private long checked;
  private int early;

  /**
   * What was found.
   *
   * @param kills how many processes were killed
   * @param early of those, how many before they had acknowledged anything
   * @param acknowledged events over all
   * @param checked how often one of them was looked for
   * @param faults events that are missing or there twice; empty when all is well
   */
  record Result(int kills, int early, long acknowledged, long checked, List<String> faults) {}

  KillHarness(Path folder, long seed) {
    this.folder = folder;
    this.random = new SplittableRandom(seed);
    Arrays.fill(acknowledged, -1);
  }

  Result run(int kills) throws IOException, InterruptedException {
    for (int kill = 1; kill <= kills; kill++) {
      long[] before = acknowledged.clone();
      killOne();
      check("kill " + kill, before);
    }
    long[] everything = new long[WORKERS];
    Arrays.fill(everything, -1);
    check("at the end", everything);
    long total = 0;
    for (int worker = 0; worker < WORKERS; worker++) {
      total += acknowledged(worker);
    }
    return new Result(kills, early, total, checked, List.copyOf(faults));
  }

  /** How many events of a worker were acknowledged so far. */
  long acknowledged(int worker) {
    return acknowledged[worker] + 1;
  }

  private void killOne() throws IOException, InterruptedException {
    Process child = start();
    boolean recovering = random.nextInt(5) == 0;
    int wait = 1 + random.nextInt(LONGEST_MS);
    boolean any = false;
    try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
      if (!recovering) {
        any = note(output.readLine());
      }
      Thread.sleep(recovering ? 300 + 2L * wait : wait);
      child.toHandle().destroyForcibly();
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        any |= note(line);
      }
    }
    child.waitFor();
    early += any ? 0 : 1;
  }

  /** A last line that is cut short tells nothing. */
  private boolean note(String line) {
    String[] words = line == null ? new String[0] : line.split(" ");
    if (words.length < 2 || words[1].isEmpty()) {
      return false;
    }
    int worker = Integer.parseInt(words[0]);
    long last = Long.parseLong(words[1]);
    if ((last + 1) % IngestingProcess.BATCH == 0) {
      acknowledged[worker] = Math.max(acknowledged[worker], last);
    }
    return true;
  }

  private Process start() throws IOException {
    List<String> arguments = new ArrayList<>(List.of(folder.toString()));
    for (long last : acknowledged) {
      arguments.add(Long.toString(last + 1));
    }
    return Child.start(IngestingProcess.class, arguments);
  }

  private void check(String when, long[] after) throws IOException {
    try (LuceneUserStore store = LuceneUserStore.open(folder)) {
      for (int worker = 0; worker < WORKERS; worker++) {
        Clicks clicks = new Clicks(worker);
        long first = Math.max(0, after[worker]) / Clicks.A_USER * Clicks.A_USER;
        for (long n = first; n <= acknowledged[worker]; n += Clicks.A_USER) {
          check(when, store, clicks, n, Math.min(n + Clicks.A_USER - 1, acknowledged[worker]));
        }
      }
    }
  }

  private void check(String when, LuceneUserStore store, Clicks clicks, long from, long to)
      throws IOException {
    UserState user = store.find(clicks.user(from)).orElse(UserState.UNKNOWN);
    Set<String> there = new HashSet<>();
    for (Event event : user.history()) {
      if (!there.add(event.itemId())) {
        faults.add(when + ": " + clicks.user(from) + " has " + event.itemId() + " twice");
      }
    }
    if (user.counts().getOrDefault(Event.VIEW, 0L) != user.history().size()) {
      faults.add(when + ": " + clicks.user(from) + " counts " + user.counts());
    }
    for (long n = from; n <= to; n++) {
      checked++;
      if (!there.contains(Clicks.item(n))) {
        faults.add(when + ": " + clicks.user(n) + " lost " + Clicks.item(n));
      }
    }
  }
}
