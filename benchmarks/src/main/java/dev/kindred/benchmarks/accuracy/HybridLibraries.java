package dev.kindred.benchmarks.accuracy;

import dev.kindred.tools.evaluate.task.Split;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** CiteULike, one article of each reader held out as in row 9, but ranked among all articles. */
record HybridLibraries() implements HybridTagged {
  @Override
  public CiteULike protocol() {
    return new CiteULike.Cmn(false);
  }

  @Override
  public String name() {
    return "citeulike-a-one";
  }

  @Override
  public String title() {
    return "CiteULike-a with tags, one article of each reader held out, all articles ranked";
  }

  @Override
  public Task task(Path data) throws IOException {
    Task given = protocol().task(data);
    return given.asking(given.queries().stream().map(query -> query.among(List.of())).toList());
  }

  /** The held-out article was drawn at random, and so are a twentieth of each reader's here. */
  @Override
  public Task carveOut(Task task) {
    return task.carveOut(Split.parse("random:0.95", 7)).getFirst();
  }
}
