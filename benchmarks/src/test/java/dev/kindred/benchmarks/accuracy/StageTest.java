package dev.kindred.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.tools.evaluate.Result;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Even users like even items, odd ones odd items; each user's own item is held out. */
class StageTest {
  private static final int SIZE = 20;

  @TempDir private Path data;

  @BeforeEach
  void write() throws IOException {
    List<String> train = new ArrayList<>();
    List<String> test = new ArrayList<>();
    List<String> negatives = new ArrayList<>();
    for (int user = 0; user < SIZE; user++) {
      StringBuilder likes = new StringBuilder("u" + user);
      StringBuilder others = new StringBuilder("(u" + user + ",i" + user + ")");
      for (int item = 0; item < SIZE; item++) {
        if (item % 2 != user % 2) {
          others.append("\ti").append(item);
        } else if (item != user) {
          likes.append(" i").append(item);
        }
      }
      train.add(likes.toString());
      test.add("u" + user + " i" + user);
      negatives.add(others.toString());
    }
    Path folder = Files.createDirectory(data.resolve("checkers"));
    Files.write(folder.resolve("train.txt"), train);
    Files.write(folder.resolve("test.txt"), test);
    Files.write(folder.resolve("negatives.txt"), negatives);
  }

  private static double hits(Task task) throws IOException {
    Entry entry = new Entry("neighbours", "itemknn", Map.of("neighbours", "10"));
    Result result = new Stage(task, 2, 1).measure(entry, "hr@1").result();
    assertThat(result.model()).isEqualTo("neighbours");
    assertThat(result.users()).isEqualTo(SIZE);
    assertThat(result.params()).containsEntry("neighbours", 10);
    return result.metrics().get("hr@1").value();
  }

  @Test
  void ranksAllItems() throws IOException {
    assertThat(hits(new Protocol.Split("checkers", "train.txt", "test.txt").task(data)))
        .isEqualTo(1);
  }

  /** One's values may be below zero, the other's never. */
  @Test
  void servesABlend() throws IOException {
    Task task = new Protocol.Split("checkers", "train.txt", "test.txt").task(data);
    Entry entry =
        new Entry("blend", "als", Map.of("factors", "4"))
            .and("itemknn", Map.of("neighbours", "10"), 0.5);
    Result result = new Stage(task, 2, 1).measure(entry, "hr@1").result();
    assertThat(result.metrics().get("hr@1").value()).isEqualTo(1);
    assertThat(result.params()).containsOnlyKeys("als", "itemknn");
  }

  @Test
  void ranksGivenCandidates() throws IOException {
    Task task = new Protocol.Candidates("checkers", "train.txt", "negatives.txt").task(data);
    assertThat(task.sampled()).isTrue();
    assertThat(hits(task)).isEqualTo(1);
  }
}
