package dev.kindred.tools.cli;

import dev.kindred.tools.evaluate.Report;
import dev.kindred.tools.report.EvaluationPage;
import dev.kindred.tools.report.Exposure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Option;

/** A page with charts beside the printed table. */
final class PageOption {
  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the results as one HTML file with charts.")
  Path file;

  private final Exposure exposure = new Exposure();

  /** Counts what is shown, beside what the others do with it. */
  Contest.Answers watching(Contest.Answers others) {
    return file == null
        ? others
        : (task, run) -> {
          exposure.take(task, run);
          others.take(task, run);
        };
  }

  /** A page's text, by the command that asked for it. */
  interface Text {
    String html(String command);
  }

  void write(Report report, List<String> arguments, Instant when) throws IOException {
    write(arguments, command -> new EvaluationPage(report, exposure, command, when).html());
  }

  /** Nothing when no page is wanted. */
  void write(List<String> arguments, Text page) throws IOException {
    if (file != null) {
      Files.writeString(file, page.html("kindred " + String.join(" ", arguments)));
    }
  }
}
