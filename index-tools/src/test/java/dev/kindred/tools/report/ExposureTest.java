package dev.kindred.tools.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.tools.evaluate.Run;
import dev.kindred.tools.evaluate.task.Seen;
import dev.kindred.tools.evaluate.task.Split;
import dev.kindred.tools.evaluate.task.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExposureTest {
  /** Twenty items, of which the first has most events and the last fewest; two users to ask. */
  static Task task() {
    InteractionsBuilder log = new InteractionsBuilder(false, Repeats.ALL);
    long time = 1_704_067_200_000L;
    for (int item = 0; item < 20; item++) {
      for (int user = 0; user <= 19 - item; user++) {
        log.add("u" + user, "i" + item, 1, time++);
      }
    }
    return Split.parse("leave-one-out", 1).tasks(log.build(), Seen.KEPT).getFirst();
  }

  private static Run run(String model, Task task, List<String> answer) {
    return new Run(model, task.queries().stream().map(query -> answer).toList(), 1);
  }

  @Test
  void groupsAreOfEqualNumberAndTheMostPopularFirst() {
    assertThat(Exposure.groups(new int[] {1, 9, 5, 7, 3, 0, 2, 8, 4, 6}))
        .containsExactly(8, 0, 4, 2, 6, 9, 7, 1, 5, 3);
    assertThat(Exposure.groups(new int[20]))
        .containsExactly(0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9);
  }

  @Test
  void sharesSayWhomAModelShows() {
    Task task = task();
    Exposure exposure = new Exposure();
    exposure.take(task, run("hits", task, List.of("i0", "i1")));
    exposure.take(task, run("niche", task, List.of("i0", "i19", "nowhere")));
    assertThat(exposure.models()).containsExactly("hits", "niche");
    assertThat(exposure.shares("hits")).startsWith(1.0).endsWith(0.0);
    assertThat(exposure.shares("niche")[0]).isCloseTo(0.5, within(1e-12));
    assertThat(exposure.shares("niche")[9]).isCloseTo(0.5, within(1e-12));
    assertThat(exposure.coverage("hits")).isCloseTo(0.1, within(0.006));
  }

  @Test
  void trainingSharesFallAndSumToOne() {
    Task task = task();
    Exposure exposure = new Exposure();
    exposure.take(task, run("a", task, List.of("i0")));
    exposure.take(task, run("b", task, List.of("i0")));
    double[] shares = exposure.trainingShares();
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      sum += shares[i];
      assertThat(i == 0 || shares[i] <= shares[i - 1]).isTrue();
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
  }

  @Test
  void noMoreThanTheFirstPlacesCount() {
    Task task = task();
    Exposure exposure = new Exposure();
    List<String> long20 = java.util.stream.IntStream.range(0, 20).mapToObj(i -> "i" + i).toList();
    exposure.take(task, run("all", task, long20));
    assertThat(exposure.shares("all")).startsWith(0.2, 0.2, 0.2, 0.2, 0.2).endsWith(0.0);
  }
}
