package dev.kindred.tools.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.Recommender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The half-life of novelty comes from how old items are when people turn to them. */
class NoveltyTest {
  @TempDir private Path folder;

  private Duration novelty(String published) throws IOException {
    Shop shop = Shop.in(folder);
    Files.write(
        shop.items(),
        List.of(
            "{\"id\":\"a\",\"title\":\"a\",\"published\":\"" + published + "\"}",
            "{\"id\":\"b\",\"title\":\"b\",\"published\":\"2026-03-01\"}"));
    Files.write(
        shop.events(),
        List.of(
            "user,item,type,value,timestamp",
            "u,a,view,1,2026-01-11",
            "v,a,view,1,2026-01-21",
            "w,a,view,1,2026-01-31",
            "w,b,view,1,2026-01-31"));
    Shop.build(shop.spec(Shop.models("popularity")));
    try (Recommender open = shop.open()) {
      return Duration.parse(
          open.profiles()
              .byName()
              .get("home")
              .toJson()
              .findValue("recency")
              .get("half_life")
              .asText());
    }
  }

  @Test
  void itIsTheMedianAge() throws IOException {
    assertThat(novelty("2026-01-01")).isEqualTo(Duration.ofDays(20));
  }

  @Test
  void itIsAtLeastADay() throws IOException {
    assertThat(novelty("2026-02-01")).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void itCannotBeToldWithoutTimes() throws IOException {
    EventLog log = new EventLog();
    log.finish();
    try (var directory = new ByteBuffersDirectory();
        var writer = new IndexWriter(directory, new IndexWriterConfig());
        var reader = DirectoryReader.open(writer)) {
      assertThat(Novelty.halfLife(reader, null, log)).isNull();
      assertThat(Novelty.halfLife(reader, "published", log)).isNull();
      EventLog untold = new EventLog();
      untold.add("u", "a", "view", 1, 0);
      untold.finish();
      assertThat(Novelty.halfLife(reader, "published", untold)).isNull();
    }
  }
}
