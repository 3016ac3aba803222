package dev.kindred.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.kindred.data.Event;
import dev.kindred.tools.evaluate.task.Query;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoDomainsTest {
  private static final Path REFERENCE = Path.of("..", "..", "shared", "data");

  @TempDir private Path data;

  private void write(String file, String... lines) throws IOException {
    Path path = data.resolve(TwoDomains.FOLDER).resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, List.of(lines));
  }

  @BeforeEach
  void twoSmallDomains() throws IOException {
    write("train.txt", "1\t0", "1\t1", "2179\t2");
    write("valid.txt", "2\t1");
    write("test.txt", "2\t0", "2\t2");
    write("video_game/train.txt", "1\t0", "2\t0", "2\t1", "2179\t1");
    write("video_game/valid.txt");
    write("video_game/test.txt", "2179\t0");
  }

  @Test
  void aColdUserBringsTheOtherDomainAlong() throws IOException {
    Map<String, Task> tasks = new TwoDomains(null).tasks(data, null);
    assertThat(tasks).containsOnlyKeys("games", "video");
    Query query = tasks.get("games").queries().getFirst();
    assertThat(query.history().stream().map(Event::itemId))
        .containsExactlyInAnyOrder("video:0", "video:1");
    assertThat(query.relevant()).isEqualTo(Set.of("games:0", "games:2"));
  }

  @Test
  void validationItemsAreNotRanked() throws IOException {
    Query query = new TwoDomains(null).tasks(data, null).get("games").queries().getFirst();
    assertThat(query.candidates()).containsExactlyInAnyOrder("games:0", "games:2");
  }

  @Test
  void equalNumbersOfStrangersStayApart() throws IOException {
    Task task = new TwoDomains(null).tasks(data, null).get("games");
    assertThat(task.train().users().ids())
        .containsExactlyInAnyOrder("1", "2", "games-2179", "video-2179");
    assertThat(task.train().size()).isEqualTo(7);
    assertThat(TwoDomains.facts(task).items().get("video:1").values(TwoDomains.FIELD))
        .containsExactly("video");
  }

  @Test
  void aSingleDomainKnowsNothingOfTheUser() throws IOException {
    Map<String, Task> tasks = new TwoDomains(null).tasks(data, "games");
    assertThat(tasks).containsOnlyKeys("games");
    assertThat(tasks.get("games").train().size()).isEqualTo(3);
    assertThat(tasks.get("games").queries().getFirst().history()).isEmpty();
  }

  @Test
  void eachHeldOutItemIsRankedAmongOthers() throws IOException {
    Task task = TwoDomains.sampled(new TwoDomains(null).tasks(data, null).get("games"));
    assertThat(task.queries())
        .extracting(Query::relevant)
        .containsExactly(Set.of("games:0"), Set.of("games:2"));
    assertThat(task.queries().getFirst().candidates()).containsExactly("games:0");
  }

  @Test
  void theReferenceDataHaveTheirColdUsers() throws IOException {
    assumeThat(REFERENCE.resolve(TwoDomains.FOLDER)).exists();
    Map<String, Task> tasks = new TwoDomains(null).tasks(REFERENCE, null);
    assertThat(tasks.get("games").queries()).hasSize(212);
    assertThat(tasks.get("video").queries()).hasSize(216);
    assertThat(tasks.get("games").queries()).allMatch(query -> !query.history().isEmpty());
    Task sampled = TwoDomains.sampled(tasks.get("games"));
    assertThat(sampled.queries()).hasSize(1304);
    assertThat(sampled.queries()).allMatch(query -> query.candidates().size() == 1000);
  }

  @Test
  void drawnColdUsersLoseOneDomain() throws IOException {
    assumeThat(REFERENCE.resolve(TwoDomains.FOLDER)).exists();
    TwoDomains drawn = new TwoDomains(1L);
    Map<String, Task> tasks = drawn.tasks(REFERENCE, null);
    assertThat(tasks.get("games").queries()).hasSize(200);
    assertThat(tasks.get("games").queries())
        .allMatch(query -> query.history().stream().allMatch(e -> e.itemId().startsWith("video:")));
    assertThat(tasks.get("games").train().size()).isEqualTo(tasks.get("video").train().size());
  }
}
