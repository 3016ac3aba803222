package dev.kindred.benchmarks.accuracy;

import dev.kindred.tools.evaluate.task.Split;
import dev.kindred.tools.evaluate.task.Task;
import dev.kindred.tools.rehearse.Rehearsal;
import java.nio.file.Path;
import java.util.List;

/** MovieLens 1M in the order of time, each user's last item among all, as in row 6. */
record HybridSequences() implements HybridData {
  @Override
  public String name() {
    return "ml-1m-last";
  }

  @Override
  public String title() {
    return "MovieLens 1M, the last item of each sequence, all items ranked";
  }

  @Override
  public Task task(Path data) {
    return new Sequences("ml-1m", "ml-1m_sas.txt", true).task(data);
  }

  /** The last item but one. */
  @Override
  public Task carveOut(Task task) {
    return task.carveOut(Split.parse("leave-one-out", 0)).getFirst();
  }

  @Override
  public List<Rehearsal.Part> models() {
    return List.of(
        HybridData.model("popularity"),
        HybridData.model("itemknn"),
        HybridData.model("rules", "neighbours", "0", "backward", "0.5"),
        HybridData.model("ease", "regularization", "200"),
        HybridData.model("als", "factors", "64"),
        new Rehearsal.Part("gru", "gru", Row6.GRU));
  }
}
