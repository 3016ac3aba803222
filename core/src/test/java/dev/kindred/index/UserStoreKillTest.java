package dev.kindred.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acknowledged events survive SIGKILL. */
class UserStoreKillTest {
  private static final int KILLS = 5;
  private static final int USERS = 10;
  private static final long SEED = 20_26;

  @TempDir Path directory;

  /** Appends numbered events for ever and prints each number once it is acknowledged. */
  static final class Appender {
    private Appender() {}

    public static void main(String[] arguments) throws IOException {
      try (LuceneUserStore store = LuceneUserStore.open(Path.of(arguments[0]))) {
        for (int number = Integer.parseInt(arguments[1]); ; number++) {
          store.append(List.of(event(number)));
          System.out.print(number + "\n");
          System.out.flush();
        }
      }
    }
  }

  private static Event event(int number) {
    return new Event(
        "u" + number % USERS, "i" + number, Event.VIEW, 1, Instant.ofEpochSecond(number));
  }

  @Test
  void whatWasAcknowledgedIsThere() throws Exception {
    Random random = new Random(SEED);
    int next = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process child = ChildJvm.start(Appender.class, directory.toString(), Integer.toString(next));
      int acknowledged = next - 1;
      try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
        int enough = 1 + random.nextInt(20);
        for (int i = 0; i < enough; i++) {
          acknowledged = Integer.parseInt(output.readLine());
        }
        for (String line : ChildJvm.kill(child, output)) {
          acknowledged = Integer.parseInt(line);
        }
      }
      requireAll(acknowledged, kill);
      next = acknowledged + 1;
    }
  }

  private void requireAll(int acknowledged, int kill) throws IOException {
    try (LuceneUserStore store = LuceneUserStore.open(directory)) {
      for (int number = 0; number <= acknowledged; number++) {
        Event expected = event(number);
        List<Event> history = store.find(expected.userId()).orElseThrow().history();
        assertThat(history).as("seed %d, kill %d", SEED, kill).contains(expected);
      }
    }
  }
}
