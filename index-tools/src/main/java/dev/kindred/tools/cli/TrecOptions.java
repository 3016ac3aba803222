package dev.kindred.tools.cli;

import dev.kindred.tools.evaluate.Trec;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Files for trec_eval. */
final class TrecOptions {
  @Option(
      names = "--run-file",
      paramLabel = "FILE",
      description =
          "Write the answers in trec_eval's format; with several models FILE.MODEL for each.")
  Path runFile;

  @Option(
      names = "--qrels-file",
      paramLabel = "FILE",
      description = "Write the held-out items in trec_eval's format.")
  Path qrelsFile;

  boolean wanted() {
    return runFile != null || qrelsFile != null;
  }

  void writeQrels(Task task) throws IOException {
    if (qrelsFile != null) {
      try (Writer out = Files.newBufferedWriter(qrelsFile, StandardCharsets.UTF_8)) {
        Trec.writeQrels(task, out);
      }
    }
  }

  /** Writes each run to its file. */
  Contest.Answers answers(int models) {
    if (runFile == null) {
      return Contest.Answers.NONE;
    }
    return (task, run) -> {
      Path file = models == 1 ? runFile : Path.of(runFile + "." + run.model());
      try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
        Trec.writeRun(task, run, out);
      }
    };
  }
}
