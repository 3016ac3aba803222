package dev.kindred.benchmarks.accuracy;

import dev.kindred.tools.evaluate.task.Split;
import dev.kindred.tools.evaluate.task.Task;
import dev.kindred.tools.rehearse.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** MovieLens 1M as split by "m1", of which nothing but likings is known; all items are ranked. */
record HybridLikings() implements HybridData {
  private static final String FOLDER = "ml-1m-m1";

  @Override
  public String name() {
    return FOLDER;
  }

  @Override
  public String title() {
    return "MovieLens 1M as split by \"m1\", all items ranked";
  }

  @Override
  public Task task(Path data) throws IOException {
    return new Protocol.Split(FOLDER, "train.txt", "test.txt").task(data);
  }

  /** A tenth of each user's items. */
  @Override
  public Task carveOut(Task task) {
    return task.carveOut(Split.parse("random:0.9", 7)).getFirst();
  }

  @Override
  public int asked() {
    return 3000;
  }

  @Override
  public List<Rehearsal.Part> models() {
    return List.of(
        HybridData.model("popularity"),
        HybridData.model("itemknn"),
        HybridData.model("userknn"),
        HybridData.model("rp3beta"),
        HybridData.model(
            "ease",
            "regularization",
            "800",
            "user_exponent",
            "0.7",
            "frequency_exponent",
            "0.5",
            "popularity_exponent",
            "0.1"),
        HybridData.model("als", "factors", "64"),
        HybridData.model("gfcf"));
  }
}
