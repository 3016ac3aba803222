package dev.kindred.impressions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.bandit.Feedback;
import dev.kindred.impressions.RewardLog.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RewardLogTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00.123Z");

  @TempDir private Path folder;
  private final List<Told> learned = new ArrayList<>();
  private String position;

  private static Told told(int number) {
    return told("answer-" + number, number);
  }

  private static Told told(String request, int number) {
    Map<String, Double> signals = Map.of("als", number / 3.0, "request", 1e-300);
    Map<String, String> context = Map.of("device", "tv", "signal:als", "ünlike");
    return new Told(request, "home", new Feedback("i" + number, number, NOW, signals, context));
  }

  private static List<Told> told(int from, int to) {
    return IntStream.range(from, to).mapToObj(RewardLogTest::told).toList();
  }

  private RewardLog open() {
    return RewardLog.in(folder, position, 4096);
  }

  private void learn(List<Told> rewards, String after) {
    learned.addAll(rewards);
    position = after;
  }

  @Test
  void givesWhatWasWrittenOnceInItsOrder() throws IOException {
    RewardLog log = open();
    assertThat(log.append(told(0, 3), this::learn)).isEqualTo(told(0, 3));
    log.append(told(3, 5), this::learn);
    log.follow(this::learn);
    assertThat(learned).isEqualTo(told(0, 5));
    assertThat(position).isEqualTo("1:5");
  }

  @Test
  void anItemOfAnAnswerIsRewardedOnceAlsoAfterARestart() throws IOException {
    open().append(told(0, 3), this::learn);
    RewardLog log = open();
    List<Told> again = List.of(told(1), told(7), told(7), told("answer-1", 2));
    assertThat(log.append(again, this::learn)).containsExactly(told(7), told("answer-1", 2));
    assertThat(learned).hasSize(5);
    Told nameless = told("", 1);
    assertThat(log.append(List.of(nameless, nameless), this::learn)).hasSize(2);
  }

  @Test
  void whatWasNotLearnedYetIsGivenAgain() throws IOException {
    open().append(told(0, 4), this::learn);
    String saved = position;
    open().append(told(4, 9), this::learn);
    learned.clear();
    RewardLog.in(folder, saved, 4096).follow(this::learn);
    assertThat(learned).isEqualTo(told(4, 9));
    learned.clear();
    RewardLog.in(folder, null, 4096).follow(this::learn);
    assertThat(learned).as("who remembers nothing learns all").isEqualTo(told(0, 9));
  }

  @Test
  void isBoundedAndGoesOn() throws IOException {
    RewardLog log = open();
    for (int i = 0; i < 400; i++) {
      log.append(told(i, i + 1), this::learn);
    }
    assertThat(learned).isEqualTo(told(0, 400));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".events"))).hasSize(8);
    }
    assertThat(open().append(List.of(told(399)), this::learn)).isEmpty();
    open().append(told(400, 401), this::learn);
    assertThat(learned).isEqualTo(told(0, 401));
  }

  @Test
  void aRecordThatACrashCutShortWasNeverTold() throws IOException {
    open().append(told(0, 2), this::learn);
    Path file = folder.resolve("000001.events");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2), StandardOpenOption.APPEND);
    RewardLog log = open();
    log.append(told(2, 4), this::learn);
    open().append(told(4, 5), this::learn);
    assertThat(learned).isEqualTo(told(0, 5));
    learned.clear();
    RewardLog.in(folder, null, 4096).follow(this::learn);
    assertThat(learned).isEqualTo(told(0, 5));
  }

  @Test
  void goesOnAfterALogThatIsGone() throws IOException {
    position = "12:345";
    RewardLog log = open();
    assertThat(log.append(told(0, 2), this::learn)).hasSize(2);
    assertThat(learned).isEqualTo(told(0, 2));
    assertThat(position).isEqualTo("13:2");
  }

  @Test
  void severalMayWriteAndEachLearnsEverything() throws Exception {
    List<List<Told>> each = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
      List<Future<?>> running = new ArrayList<>();
      for (int writer = 0; writer < 3; writer++) {
        int own = writer;
        RewardLog log = open();
        running.add(
            pool.submit(
                () -> {
                  for (int i = 0; i < 20; i++) {
                    log.append(
                        told(100 * own + i, 100 * own + i + 1),
                        (rewards, after) -> each.get(own).addAll(rewards));
                  }
                  return null;
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    RewardLog.in(folder, null, 4096).follow(this::learn);
    assertThat(learned).hasSize(60).doesNotHaveDuplicates();
    assertThat(each).allSatisfy(own -> assertThat(own).isSubsetOf(learned).hasSizeBetween(20, 60));
    assertThat(each).as("who wrote last").anySatisfy(own -> assertThat(own).isEqualTo(learned));
  }
}
