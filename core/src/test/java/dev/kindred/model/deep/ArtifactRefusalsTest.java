package dev.kindred.model.deep;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.artifact.DType;
import dev.kindred.internal.artifact.Tensor;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import dev.kindred.model.Tastes;
import dev.kindred.model.registry.Models;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody who writes artifacts elsewhere may get wrong, and what they are told. */
class ArtifactRefusalsTest {
  @TempDir Path folder;

  private static final Map<String, Model> MODELS =
      Map.of("neumf", Deep.neuMf(), "widedeep", Deep.wideDeep(), "twotower", Deep.twoTower());

  /** The tensors of a stored model by name, in the order of names. */
  private Map<String, Tensor> tensors(Model model) throws IOException {
    Path good = Files.createDirectory(folder.resolve("good"));
    model.save(good);
    byte[] bytes = Files.readAllBytes(good.resolve("model.safetensors"));
    int length = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    ObjectNode header = (ObjectNode) new ObjectMapper().readTree(bytes, 8, length);
    ArtifactReader reader = ArtifactReader.open(good, Manifest.FORMAT);
    Map<String, Tensor> tensors = new TreeMap<>();
    for (var entry : header.properties()) {
      if (!entry.getKey().equals("__metadata__")) {
        long[] shape = new long[entry.getValue().get("shape").size()];
        for (int d = 0; d < shape.length; d++) {
          shape[d] = entry.getValue().get("shape").get(d).asLong();
        }
        var type = DType.valueOf(entry.getValue().get("dtype").asText());
        tensors.put(entry.getKey(), reader.tensor(entry.getKey(), type, shape));
      }
    }
    return tensors;
  }

  private Path write(String kind, Map<String, Tensor> tensors) throws IOException {
    ArtifactWriter writer = new ArtifactWriter();
    tensors.forEach(writer::tensor);
    Path bad = Files.createDirectory(folder.resolve("bad"));
    Object settings =
        switch (kind) {
          case "neumf" ->
              new JointModel.Settings(
                  3, 2, List.of(4, 2), 0.5, 10, ContentFeatures.NONE, List.of());
          case "widedeep" ->
              new JointModel.Settings(0, 2, List.of(4, 2), 0.5, 2, Deep.CONTENT, Deep.CONTEXT);
          default ->
              new TwoTowerModel.Settings(3, 2, List.of(4), 2, 0.1, Deep.CONTENT, Deep.CONTEXT);
        };
    writer.write(bad, Tastes.manifest(kind, kind, List.of()), settings);
    return bad;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "neumf|item_factors|F32[4, 3]",
        "neumf|item_embedding|F32[4, 2]",
        "neumf|item_bias|F32[4]",
        "neumf|history_factors|F32[4, 3]",
        "neumf|history_embedding|F32[4, 2]",
        "neumf|context_embedding|F32[0, 2]",
        "neumf|hidden.0.weight|F32[4, 4]",
        "neumf|hidden.0.bias|F32[4]",
        "neumf|hidden.1.weight|F32[4, 2]",
        "neumf|hidden.1.bias|F32[2]",
        "neumf|output.weight|F32[5, 1]",
        "neumf|output.bias|F32[1]",
        "neumf|item_features.starts|I64[5]",
        "neumf|item_features|I32[0]",
        "widedeep|context_embedding|F32[4, 2]",
        "widedeep|item_embedding|F32[7, 2]",
        "widedeep|output.weight|F32[2, 1]",
        "widedeep|item_features|I32[4]",
        "widedeep|wide.starts|I64[12]",
        "widedeep|wide.columns|I32[3]",
        "widedeep|wide.weights|F32[3]",
        "twotower|item_embedding|F32[7, 3]",
        "twotower|history_embedding|F32[7, 2]",
        "twotower|context_embedding|F32[4, 2]",
        "twotower|tower.0.weight|F32[3, 4]",
        "twotower|tower.0.bias|F32[4]",
        "twotower|tower.1.weight|F32[4, 3]",
        "twotower|tower.1.bias|F32[3]"
      })
  void namesTheTensorThatIsWrong(String kind, String name, String expected) throws IOException {
    Map<String, Tensor> tensors = tensors(MODELS.get(kind));
    Map<String, Tensor> wrong = new TreeMap<>(tensors);
    wrong.put(name, Tensor.of(new float[] {1, 2, 3, 4, 5, 6, 7}, 7, 1));
    Path bad = write(kind, wrong);
    Path file = bad.resolve("model.safetensors");
    assertThatThrownBy(() -> Models.load(bad))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": tensor '" + name + "' is F32[7, 1]; expected " + expected);
    Files.delete(file);
    Files.delete(bad.resolve("manifest.json"));
    Files.delete(bad);
    Map<String, Tensor> missing = new TreeMap<>(tensors);
    missing.remove(name);
    Path without = write(kind, missing);
    assertThatThrownBy(() -> Models.load(without))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ": no tensor '" + name + "'; it has: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "item_features|0,0,2,9|tensor 'item_features' has 9 at 3; expected 0 to 2",
        "wide.columns|4,-1,5|tensor 'wide.columns' has -1 at 1; expected 0 to 6"
      })
  void namesTheRowThatIsNot(String name, String values, String message) throws IOException {
    Map<String, Tensor> wrong = tensors(MODELS.get("widedeep"));
    int[] ordinals = Arrays.stream(values.split(",", -1)).mapToInt(Integer::parseInt).toArray();
    wrong.put(name, Tensor.of(ordinals));
    Path bad = write("widedeep", wrong);
    assertThatThrownBy(() -> Models.load(bad))
        .isInstanceOf(IOException.class)
        .hasMessage(bad.resolve("model.safetensors") + ": " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1,1,3,4,4|has 1 at 0", "0,2,1,4,4|has 1 at 2"})
  void namesStartsThatFall(String values, String message) throws IOException {
    Map<String, Tensor> wrong = tensors(MODELS.get("widedeep"));
    long[] starts = Arrays.stream(values.split(",", -1)).mapToLong(Long::parseLong).toArray();
    wrong.put("item_features.starts", Tensor.of(starts));
    Path bad = write("widedeep", wrong);
    assertThatThrownBy(() -> Models.load(bad))
        .isInstanceOf(IOException.class)
        .hasMessage(
            bad.resolve("model.safetensors")
                + ": tensor 'item_features.starts' "
                + message
                + "; expected it to start with 0 and never to fall");
  }
}
