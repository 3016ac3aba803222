package dev.kindred.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kindred.tools.evaluate.task.Task;
import dev.kindred.tools.rehearse.Rehearsal;
import dev.kindred.tools.train.registry.Trainers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HybridDataTest {
  private static final Path DATA = Path.of("..", "..", "shared", "data");

  static List<HybridData> all() {
    return HybridCommand.ALL;
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyModelCanBeTrained(HybridData source) {
    for (Rehearsal.Part part : source.models()) {
      assertThat(Trainers.create(part.algorithm(), part.parameters())).isNotNull();
    }
    assertThat(source.models()).extracting(Rehearsal.Part::name).doesNotHaveDuplicates();
  }

  /** The test is asked once: nothing of it may be among what weights are learned from. */
  @Test
  void theCarveOutIsMadeOfTrainingEventsAlone() throws IOException {
    assumeTrue(Files.isDirectory(DATA.resolve("ml-1m")), "no ../shared/data/ml-1m");
    HybridMovies movies = new HybridMovies();
    Task task = movies.task(DATA);
    Task carved = movies.carveOut(task);
    assertThat(carved.train().size()).isLessThan(task.train().size());
    assertThat(carved.queries()).isNotEmpty().allMatch(query -> !query.history().isEmpty());
    long newest = task.train().newest();
    assertThat(carved.train().newest()).isLessThanOrEqualTo(newest);
    for (var query : task.queries()) {
      assertThat(query.now().toEpochMilli()).isGreaterThanOrEqualTo(newest);
    }
  }
}
