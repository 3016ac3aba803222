package dev.kindred.benchmarks.accuracy;

import dev.kindred.data.Item;
import dev.kindred.index.Schema;
import dev.kindred.tools.evaluate.task.Task;
import dev.kindred.tools.rehearse.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** CiteULike with tags as text, however its readers' articles are split. */
interface HybridTagged extends HybridData {
  CiteULike protocol();

  @Override
  default Task task(Path data) throws IOException {
    return protocol().task(data);
  }

  @Override
  default List<Item> items(Path data) throws IOException {
    return List.copyOf(protocol().items(data).values());
  }

  @Override
  default Schema schema() {
    return new Schema(List.of(CiteULike.TAGS), List.of(), List.of(), null, null, Map.of(), null);
  }

  @Override
  default String alike() {
    return CiteULike.TAGS;
  }

  @Override
  default List<Rehearsal.Part> models() {
    return List.of(
        HybridData.model("popularity"),
        HybridData.model("content", "text", CiteULike.TAGS, "terms", "300"),
        HybridData.model("itemknn", "neighbours", "1000"),
        HybridData.model("rp3beta"),
        HybridData.model("als", "factors", "64"));
  }
}
