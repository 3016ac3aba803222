package dev.kindred.index.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.data.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventArchiveTest {
  @TempDir private Path folder;
  private Path log;
  private Path kept;

  @BeforeEach
  void folders() throws IOException {
    log = Files.createDirectory(folder.resolve("log"));
    kept = folder.resolve("kept");
  }

  private EventArchive archive() {
    return new EventArchive(log, kept);
  }

  private static Entry view(String item) {
    return new Entry.Happened(
        new Event("somebody", item, "view", 1, Instant.ofEpochMilli(7)), item.hashCode());
  }

  private LogFile write(long number, Entry... entries) throws IOException {
    LogFile file = LogFile.create(new LogFolder(log).file(number));
    file.write(List.of(entries));
    return file;
  }

  private LogPosition read(LogPosition from, List<String> items) throws IOException {
    return archive()
        .after(
            from,
            event -> {
              assertThat(event.userId()).isEmpty();
              items.add(event.itemId());
            });
  }

  @Test
  void positionsHoldWhileTheLogGoesIntoTheArchive() throws IOException {
    List<String> items = new ArrayList<>();
    LogFile second;
    write(1, view("a"), new Entry.Described("somebody", Map.of("age", "7")), view("b")).close();
    second = write(2, view("c"));
    LogPosition at = read(LogPosition.START, items);
    assertThat(at).isEqualTo(new LogPosition(2, 1));
    assertThat(items).containsExactly("a", "b", "c");

    second.write(List.of(view("d")));
    second.close();
    archive().keep(2);
    new LogFolder(log).deleteUpTo(2);
    write(3, view("e")).close();
    items.clear();
    assertThat(read(at, items)).isEqualTo(new LogPosition(3, 1));
    assertThat(items).as("neither twice nor not at all").containsExactly("d", "e");

    items.clear();
    assertThat(read(new LogPosition(3, 1), items)).isEqualTo(new LogPosition(3, 1));
    assertThat(items).isEmpty();
    read(new LogPosition(1, 1), items);
    assertThat(items).containsExactly("b", "c", "d", "e");
  }

  @Test
  void nobodyIsNamed() throws IOException {
    write(1, view("a")).close();
    archive().keep(1);
    byte[] bytes = Files.readAllBytes(kept.resolve("000001.events"));
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
        .contains("view")
        .doesNotContain("so");
  }

  @Test
  void whatIsKeptTwiceIsKeptOnce() throws IOException {
    write(1, view("a")).close();
    archive().keep(1);
    archive().keep(1);
    List<String> items = new ArrayList<>();
    read(LogPosition.START, items);
    assertThat(items).containsExactly("a");
  }

  @Test
  void theOldestGoWhenThereIsMoreThanFits() throws IOException {
    for (int number = 1; number <= 5; number++) {
      write(number, view("item" + number)).close();
    }
    long one = 200;
    new EventArchive(log, kept, one).keep(5);
    new LogFolder(log).deleteUpTo(5);
    List<String> items = new ArrayList<>();
    assertThat(read(LogPosition.START, items)).isEqualTo(new LogPosition(5, 1));
    assertThat(items).contains("item5").doesNotContain("item1");
  }

  @Test
  void positionsAreTold() {
    assertThat(LogPosition.parse("12:34")).isEqualTo(new LogPosition(12, 34));
    assertThat(LogPosition.parse(null)).isEqualTo(LogPosition.START);
    assertThat(LogPosition.parse(new LogPosition(5, 6).toString()).entries()).isEqualTo(6);
    assertThatThrownBy(() -> LogPosition.parse("twelve"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("twelve");
  }
}
