package dev.kindred.benchmarks.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.data.Item;
import dev.kindred.index.Schema;
import dev.kindred.tools.evaluate.task.Split;
import dev.kindred.tools.evaluate.task.Task;
import dev.kindred.tools.rehearse.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Amazon Beauty as prepared for S3-Rec, with attributes; each user's last item among all. */
record HybridBeauty() implements HybridData {
  private static final String FOLDER = "amazon-beauty";
  private static final String ATTRIBUTES = "attributes";

  @Override
  public String name() {
    return FOLDER;
  }

  @Override
  public String title() {
    return "Amazon Beauty with attributes, each user's last item among all";
  }

  @Override
  public Task task(Path data) {
    return new Sequences(FOLDER, "sequences.txt", true).task(data);
  }

  @Override
  public Task carveOut(Task task) {
    return task.carveOut(Split.parse("leave-one-out", 0)).getFirst();
  }

  @Override
  public int asked() {
    return 12_000;
  }

  @Override
  public List<Item> items(Path data) throws IOException {
    Path file = data.resolve(FOLDER).resolve("item_attributes.json");
    List<Item> items = new ArrayList<>();
    for (Map.Entry<String, JsonNode> one :
        new ObjectMapper().readTree(file.toFile()).properties()) {
      List<String> attributes = new ArrayList<>();
      one.getValue().forEach(attribute -> attributes.add("a" + attribute.asInt()));
      items.add(new Item(one.getKey(), Map.of(ATTRIBUTES, attributes)));
    }
    return items;
  }

  @Override
  public Schema schema() {
    return new Schema(List.of(), List.of(ATTRIBUTES), List.of(), null, null, Map.of(), null);
  }

  @Override
  public String alike() {
    return ATTRIBUTES;
  }

  @Override
  public List<Rehearsal.Part> models() {
    return List.of(
        HybridData.model("popularity"),
        HybridData.model("content", "keywords", ATTRIBUTES),
        HybridData.model("itemknn"),
        HybridData.model("rules", "neighbours", "0", "backward", "0.5"),
        HybridData.model("rp3beta"),
        HybridData.model("als", "factors", "64"));
  }
}
