package dev.kindred.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
  private final StringWriter err = new StringWriter();
  private Instant now = Cli.NOW;

  private Progress progress(boolean terminal, boolean quiet) {
    Console console =
        new Console(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            terminal,
            () -> now,
            Map.of());
    return new Progress(console, quiet);
  }

  @Test
  void saysNothingWhenNobodyWatches() {
    try (Progress progress = progress(false, false)) {
      progress.update("train als", 1, 10);
    }
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void saysNothingWhenQuiet() {
    try (Progress progress = progress(true, true)) {
      progress.update("train als", 1, 10);
    }
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void drawsAtMostTenTimesASecond() {
    try (Progress progress = progress(true, false)) {
      for (int i = 0; i < 1000; i++) {
        progress.update("read events", i, 1000);
        now = now.plusMillis(1);
      }
    }
    assertThat(err.toString().split("read events", -1)).hasSizeBetween(10, 12);
  }

  @Test
  void wipesItsLine() {
    try (Progress progress = progress(true, false)) {
      progress.update("train als", 1, 10);
    }
    assertThat(err.toString()).endsWith("\r\u001b[K");
  }

  @Test
  void anotherStepIsDrawnAtOnce() {
    try (Progress progress = progress(true, false)) {
      progress.update("read events", 1, 10);
      progress.update("train als", 1, 10);
    }
    assertThat(err.toString()).contains("read events").contains("train als");
  }

  @Test
  void showsShareRateAndTimeLeft() {
    String line = Progress.line("train als", 0, 50, 200, Duration.ofSeconds(5));
    assertThat(line).isEqualTo("train als  ██████░░░░░░░░░░░░░░░░░░   25 %  10/s  15 s left");
  }

  @Test
  void whatWasDoneBeforeCountsForTheShareButNotForTheRate() {
    try (Progress progress = progress(true, false)) {
      var epochs = progress.epochs("train gru");
      epochs.epoch(51, 100, Double.NaN);
      now = now.plusSeconds(10);
      epochs.epoch(52, 100, Double.NaN);
    }
    assertThat(err.toString()).contains("   52 %  0.1/s  8 min 0 s left");
  }

  @Test
  void showsACountWhenTheTotalIsUnknown() {
    assertThat(Progress.line("read", 0, 12_000, 0, Duration.ofSeconds(4)))
        .isEqualTo("read  12,000  3,000/s");
  }

  @Test
  void neverPassesTheEnd() {
    assertThat(Progress.line("x", 0, 300, 200, Duration.ofSeconds(1))).contains("100 %");
  }

  @Test
  void showsLossAndValidationAndKeepsRemarks() {
    try (Progress progress = progress(true, false)) {
      var epochs = progress.epochs("train gru");
      epochs.epoch(1, 10, 3.25, 0.125);
      epochs.remark("the time limit of PT1M is reached after epoch 1");
    }
    assertThat(err.toString())
        .contains("  loss 3.2500  NDCG@10 0.1250")
        .contains("train gru: the time limit of PT1M is reached after epoch 1\n");
    assertThat(Progress.figures(2, Double.NaN)).isEqualTo("  loss 2.0000");
  }

  @ParameterizedTest
  @CsvSource({"false, 'train gru: enough\n'", "true, ''"})
  void remarksAreWrittenToALogUnlessQuiet(boolean quiet, String written) {
    try (Progress progress = progress(false, quiet)) {
      progress.epochs("train gru").remark("enough");
    }
    assertThat(err.toString()).isEqualToNormalizingNewlines(written);
  }

  @Test
  void isToldOfEpochs() {
    try (Progress progress = progress(true, false)) {
      progress.epochs("train als").epoch(3, 10, Double.NaN);
    }
    assertThat(err.toString()).contains("train als").contains(" 30 %");
  }
}
