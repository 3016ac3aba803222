package dev.kindred.benchmarks.accuracy;

import dev.kindred.tools.evaluate.task.Published;
import dev.kindred.tools.evaluate.task.Task;
import java.nio.file.Path;

/** Check-ins in three files; train and validation are learned from, all items are ranked. */
record Gowalla() implements Protocol {
  @Override
  public Task task(Path data) {
    Path files = data.resolve("gowalla");
    return new Published(
            "gowalla",
            Logs.read(files.resolve("train.txt")),
            Logs.byUser(Logs.read(files.resolve("test.txt"))))
        .validation(Logs.read(files.resolve("valid.txt")), true)
        .task();
  }
}
