package dev.kindred.arrange.bandit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.arrange.bandit.PosteriorStore.Memory;
import dev.kindred.data.bandit.Arm;
import dev.kindred.internal.artifact.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.util.IOUtils;

/** The file of a store: a line with the SHA-256 of the rest, then JSON of format 1. */
final class PosteriorFile {
  private static final int FORMAT = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  private PosteriorFile() {}

  /**
   * What is in the file.
   *
   * @param position how far a log of rewards is learned; null when none ever was
   */
  record Content(Map<String, Memory> bandits, String position) {}

  static void write(Path file, Content content) throws IOException {
    ObjectNode root = JSON.createObjectNode().put("format", FORMAT);
    if (content.position != null) {
      root.put("rewards", content.position);
    }
    ObjectNode all = root.putObject("bandits");
    content.bandits.forEach((name, memory) -> all.set(name, json(memory)));
    String body = JSON.writeValueAsString(root) + "\n";
    Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
    Files.writeString(fresh, digest(body) + "\n" + body);
    IOUtils.fsync(fresh, false);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    IOUtils.fsync(file.toAbsolutePath().getParent(), true);
  }

  private static ObjectNode json(Memory memory) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ObjectNode arms = json.putObject("arms");
    memory.arms.forEach(
        (id, arm) ->
            arms.putArray(id).add(arm.pulls()).add(arm.sum()).add(arm.squares()).add(arm.at()));
    ArrayNode features = json.putArray("features");
    memory.features.forEach(features::add);
    ObjectNode regressions = json.putObject("regressions");
    memory.learners.forEach((key, learner) -> regressions.set(key, json(learner)));
    return json;
  }

  private static ObjectNode json(RidgeLearner learner) {
    RidgeLearner.Sums sums = learner.sums();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    numbers(json.putArray("gram"), sums.gram());
    numbers(json.putArray("target"), sums.target());
    json.put("weight", sums.weight()).put("at", sums.landmark());
    json.put("regularization", learner.regularization());
    return json.put("half_life", learner.halfLife() == null ? null : learner.halfLife().toString());
  }

  private static void numbers(ArrayNode into, double[] values) {
    for (double value : values) {
      into.add(value);
    }
  }

  static Content read(Path file) throws IOException {
    String text = Files.readString(file);
    int end = text.indexOf('\n');
    String body = text.substring(end + 1);
    if (end < 0 || !text.substring(0, end).equals(digest(body))) {
      throw damaged(file, "its checksum does not fit its content", null);
    }
    try {
      JsonNode root = JSON.readTree(body);
      if (root.path("format").asInt() != FORMAT) {
        throw damaged(file, "it has format " + root.path("format") + ", expected " + FORMAT, null);
      }
      Map<String, Memory> bandits = new TreeMap<>();
      root.path("bandits")
          .properties()
          .forEach(entry -> bandits.put(entry.getKey(), memory(entry.getValue())));
      return new Content(bandits, root.path("rewards").asText(null));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw damaged(file, e.getMessage(), e);
    }
  }

  private static IllegalStateException damaged(Path file, String problem, Exception cause) {
    return new IllegalStateException(
        file
            + ": what bandits have learned cannot be read, "
            + problem
            + "; restore the file from a copy, or remove it: they then learn again from the rewards that are still logged",
        cause);
  }

  private static Memory memory(JsonNode json) {
    Memory memory = new Memory();
    Map<String, Arm> arms = new TreeMap<>();
    json.path("arms")
        .properties()
        .forEach(
            entry -> {
              JsonNode arm = entry.getValue();
              arms.put(
                  entry.getKey(),
                  new Arm(
                      arm.get(0).asDouble(),
                      arm.get(1).asDouble(),
                      arm.get(2).asDouble(),
                      arm.get(3).asLong()));
            });
    memory.arms = memory.arms.with(arms);
    List<String> features = new ArrayList<>();
    json.path("features").forEach(name -> features.add(name.asText()));
    memory.features = List.copyOf(features);
    json.path("regressions")
        .properties()
        .forEach(entry -> memory.restore(entry.getKey(), learner(entry.getValue())));
    return memory;
  }

  private static RidgeLearner learner(JsonNode json) {
    double[] target = numbers(json.path("target"));
    JsonNode halfLife = json.path("half_life");
    RidgeLearner learner =
        new RidgeLearner(
            target.length,
            json.path("regularization").asDouble(),
            halfLife.isTextual() ? Duration.parse(halfLife.asText()) : null);
    return learner.resume(
        new RidgeLearner.Sums(
            numbers(json.path("gram")),
            target,
            json.path("weight").asDouble(),
            json.path("at").asLong()));
  }

  private static double[] numbers(JsonNode json) {
    double[] values = new double[json.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = json.get(i).asDouble();
    }
    return values;
  }

  private static String digest(String body) {
    byte[] digest = Digests.sha256().digest(body.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest);
  }
}
