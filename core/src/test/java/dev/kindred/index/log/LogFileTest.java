package dev.kindred.index.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.kindred.data.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written to a log is read from it, whole frames only. */
class LogFileTest {
  @TempDir private Path folder;

  private static Entry entry(int number) {
    return new Entry.Happened(
        new Event("u" + number, "日本" + number, "view", -number, Instant.ofEpochMilli(number)),
        number);
  }

  private Path write(int frames) throws IOException {
    Path file = folder.resolve("log");
    Files.deleteIfExists(file);
    try (LogFile log = LogFile.create(file)) {
      for (int i = 0; i < frames; i++) {
        log.write(List.of(entry(2 * i), entry(2 * i + 1)));
      }
    }
    return file;
  }

  @Test
  void givesBackEveryKindOfEntry() throws IOException {
    Path file = folder.resolve("log");
    Entry facts = new Entry.Described("u", Map.of("country", "RO", "gone", ""));
    try (LogFile log = LogFile.create(file)) {
      log.write(List.of(entry(1), facts));
    }
    assertThat(new LogTail(file).read()).containsExactly(entry(1), facts);
  }

  @Test
  void readsOnWhereItStopped() throws IOException {
    Path file = folder.resolve("log");
    LogTail tail;
    try (LogFile log = LogFile.create(file)) {
      tail = new LogTail(file);
      assertThat(tail.read()).isEmpty();
      log.write(List.of(entry(1)));
      assertThat(tail.read()).containsExactly(entry(1));
      log.write(List.of(entry(2)));
      log.write(List.of(entry(3)));
      assertThat(tail.read()).containsExactly(entry(2), entry(3));
    }
    assertThat(tail.read()).isEmpty();
  }

  @Test
  void aTornTailIsLeftOutWhereverItIsTorn() throws IOException {
    byte[] whole = Files.readAllBytes(write(3));
    int frame = whole.length / 3;
    for (int length = 0; length <= whole.length; length++) {
      Path torn = Files.write(folder.resolve("torn"), Arrays.copyOf(whole, length));
      List<Entry> expected = new ArrayList<>();
      for (int i = 0; i < length / frame * 2; i++) {
        expected.add(entry(i));
      }
      assertThat(new LogTail(torn).read()).isEqualTo(expected);
      byte[] zeros = Arrays.copyOf(Arrays.copyOf(whole, length), whole.length + 64);
      assertThat(new LogTail(Files.write(torn, zeros)).read())
          .as("with zeros where the system had not written yet")
          .isEqualTo(expected);
    }
  }

  @Test
  void damageBeforeWholeFramesIsAnError() throws IOException {
    byte[] whole = Files.readAllBytes(write(3));
    int frame = whole.length / 3;
    for (int at = frame; at < 2 * frame; at += 3) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      Path file = Files.write(folder.resolve("damaged"), damaged);
      assertThatIOException()
          .as("byte %d", at)
          .isThrownBy(() -> new LogTail(file).read())
          .withMessageContaining(file + ": damaged at byte " + frame)
          .withMessageContaining("whole records follow at byte " + 2 * frame);
    }
  }

  @Test
  void filesAreNumbered() throws IOException {
    LogFolder logs = new LogFolder(folder);
    for (long number : new long[] {7, 12, 1_000_000}) {
      LogFile.create(logs.file(number)).close();
    }
    Files.createFile(folder.resolve("segments_1"));
    assertThat(logs.numbers()).containsExactly(7L, 12L, 1_000_000L);
    logs.deleteUpTo(12);
    assertThat(logs.numbers()).containsExactly(1_000_000L);
    assertThat(new LogFolder(folder.resolve("nowhere")).numbers()).isEmpty();
  }
}
