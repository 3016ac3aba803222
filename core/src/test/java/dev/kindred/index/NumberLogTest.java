package dev.kindred.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.index.NumberLog.Change;
import dev.kindred.index.NumberLog.OfItem;
import dev.kindred.index.log.LogPosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumberLogTest {
  @TempDir private Path folder;
  private NumberLog log;

  @BeforeEach
  void open() {
    log = new NumberLog(folder.resolve("numbers"));
  }

  private static Map<String, OfItem> price(String item, Double value, Double built) {
    return Map.of(item, new OfItem(false, Map.of("price", new Change(value, built))));
  }

  private Map<String, OfItem> after(LogPosition position) throws IOException {
    Map<String, OfItem> items = new LinkedHashMap<>();
    new NumberLog(folder.resolve("numbers")).after(position, items);
    return items;
  }

  @Test
  void theLastValueOfEachFieldStands() throws IOException {
    log.append(price("a", 1.5, 2.0));
    log.append(Map.of("a", new OfItem(false, Map.of("stock", new Change(0.0, null)))));
    log.append(price("a", null, 2.0));
    assertThat(after(LogPosition.START).get("a").numbers())
        .containsEntry("price", new Change(null, 2.0))
        .containsEntry("stock", new Change(0.0, null))
        .hasSize(2);
  }

  @Test
  void anItemWrittenAnewIsAsWritten() throws IOException {
    log.append(price("a", 1.5, 2.0));
    log.append(Map.of("a", new OfItem(true, Map.of())));
    assertThat(after(LogPosition.START).get("a")).isEqualTo(new OfItem(true, Map.of()));
    log.append(price("a", 3.0, 2.5));
    assertThat(after(LogPosition.START).get("a"))
        .isEqualTo(new OfItem(true, Map.of("price", new Change(3.0, 2.5))));
  }

  @Test
  void onlyWhatIsNewIsRead() throws IOException {
    log.append(price("a", 1.0, null));
    LogPosition at = log.after(LogPosition.START, new LinkedHashMap<>());
    log.append(price("b", 2.0, null));
    assertThat(after(at)).containsOnlyKeys("b");
  }

  @Test
  void manyFilesAreJoinedAndSayTheSame() throws IOException {
    LogPosition early = null;
    for (int i = 0; i < 150; i++) {
      log.append(price("item" + i % 7, (double) i, null));
      early = i == 3 ? log.after(LogPosition.START, new LinkedHashMap<>()) : early;
    }
    try (Stream<Path> files = Files.list(folder.resolve("numbers"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".events")).count()).isLessThan(70);
    }
    Map<String, OfItem> all = after(LogPosition.START);
    assertThat(all).hasSize(7);
    for (int i = 143; i < 150; i++) {
      assertThat(all.get("item" + i % 7).numbers().get("price").value()).isEqualTo(i);
    }
    assertThat(after(early)).as("who has read a file that was joined since").isEqualTo(all);
  }
}
