package dev.kindred.benchmarks.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.index.LuceneUserStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short version of what {@code bench live} does two hundred times. */
class KillHarnessTest {
  @TempDir private Path folder;

  @Test
  void whatIsAcknowledgedIsThereExactlyOnce() throws Exception {
    KillHarness.Result result = new KillHarness(folder, 20_261_126).run(6);
    assertThat(result.faults()).isEmpty();
    assertThat(result.acknowledged()).isGreaterThan(200);
    assertThat(result.checked()).isGreaterThanOrEqualTo(result.acknowledged());
  }

  @Test
  void whatIsLostWouldBeNoticed() throws Exception {
    KillHarness harness = new KillHarness(folder, 7);
    // On a busy machine a worker may be killed before its first acknowledgement.
    for (int kills = 0; kills < 20 && anyWithout(harness); kills++) {
      assertThat(harness.run(1).faults()).isEmpty();
    }
    try (LuceneUserStore store = LuceneUserStore.open(folder)) {
      store.forget(new Clicks(0).user(0));
      store.append(List.of(new Clicks(1).batch(0, 1).getFirst().event()));
    }
    assertThat(harness.run(0).faults())
        .anyMatch(fault -> fault.contains("worker0.0 lost item0"))
        .anyMatch(fault -> fault.contains("worker1.0 has item0 twice"));
  }

  private static boolean anyWithout(KillHarness harness) {
    return harness.acknowledged(0) == 0 || harness.acknowledged(1) == 0;
  }
}
