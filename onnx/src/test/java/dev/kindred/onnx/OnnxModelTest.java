package dev.kindred.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.internal.artifact.Digests;
import dev.kindred.model.Encoding;
import dev.kindred.model.Model;
import dev.kindred.model.ModelContract;
import dev.kindred.model.Tastes;
import dev.kindred.model.registry.Models;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OnnxModelTest extends ModelContract {
  private static final int ITEMS = 6;
  private static final int D = 4;
  private static final float[] VECTORS = draw(ITEMS * D, 1);
  private static final float[] W = draw(D * D, 2);

  @TempDir Path artifact;

  private static float[] draw(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }

  private static byte[] graph(OnnxModel.Input input) {
    return input == OnnxModel.Input.ROWS
        ? TinyGraph.overRows(D, VECTORS, W)
        : TinyGraph.overVectors(D, W);
  }

  private static OnnxModel model(OnnxModel.Input input, int factors, byte[] graph) {
    String sha256 = HexFormat.of().formatHex(Digests.sha256().digest(graph));
    try {
      return OnnxModel.of(
          Tastes.manifest("onnx", "encoder", OnnxModel.fields("encoder", factors)),
          new OnnxModel.Settings(factors, 3, input, "encoder.onnx", sha256),
          IdMap.of(IntStream.range(0, ITEMS).mapToObj(i -> "i" + i).toList()),
          VECTORS,
          graph);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected Model model() {
    return model(OnnxModel.Input.ROWS, D, graph(OnnxModel.Input.ROWS));
  }

  @Override
  protected List<Item> items() {
    return IntStream.range(0, ITEMS).mapToObj(i -> new Item("i" + i, Map.of())).toList();
  }

  @ParameterizedTest
  @EnumSource
  void answersWhatTheGraphSaysOfTheLatestItems(OnnxModel.Input input) throws IOException {
    Model model = model(input, D, graph(input));
    Encoding.Dense user =
        (Encoding.Dense)
            model.encode(Tastes.liking("i5", "i0", "nobody", "i2", "i4"), Tastes.among());
    for (int to = 0; to < D; to++) {
      double expected = 0;
      for (int from = 0; from < D; from++) {
        double mean = (VECTORS[from] + VECTORS[2 * D + from] + VECTORS[4 * D + from]) / 3.0;
        expected += mean * W[from * D + to];
      }
      assertThat((double) user.vector()[to]).isCloseTo(expected, within(1e-5));
    }
  }

  @Test
  void isAKindOfItsOwn() {
    assertThat(Models.kinds()).contains("onnx", "als");
  }

  @Test
  void namesAGraphThatIsNone() {
    assertThatThrownBy(() -> model(OnnxModel.Input.ROWS, D, new byte[] {1, 2, 3}))
        .hasMessageContaining("encoder.onnx: ");
  }

  @Test
  void namesWhatGoesInAndOut() {
    assertThatThrownBy(() -> model(OnnxModel.Input.VECTORS, D, graph(OnnxModel.Input.ROWS)))
        .hasMessageContaining(
            "encoder.onnx: the input is INT64[1, -1]; expected FLOAT[1, -1, 4], where -1 is a"
                + " free dimension");
    assertThatThrownBy(() -> model(OnnxModel.Input.ROWS, 5, graph(OnnxModel.Input.ROWS)))
        .hasMessageContaining(
            "encoder.onnx: the output is FLOAT[1, 4]; expected FLOAT[1, 5], where -1 is a free"
                + " dimension");
  }

  @Test
  void namesAnAnswerThatIsNoTensor() {
    assertThatThrownBy(() -> model(OnnxModel.Input.ROWS, D, TinyGraph.listing()))
        .hasMessageContaining("encoder.onnx: the output is ")
        .hasMessageEndingWith("; expected a tensor");
  }

  @Test
  void noticesAnotherGraphInTheFolder() throws IOException {
    model().save(artifact);
    byte[] other = TinyGraph.overRows(D, draw(ITEMS * D, 9), W);
    Files.write(artifact.resolve("encoder.onnx"), other);
    assertThatThrownBy(() -> Models.load(artifact))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("encoder.onnx: sha256 is ")
        .hasMessageContaining("; the manifest expects ");
    Files.delete(artifact.resolve("encoder.onnx"));
    assertThatThrownBy(() -> Models.load(artifact))
        .hasMessageContaining("encoder.onnx: no such file; the manifest names it");
  }

  @Test
  void theGraphTravelsWithTheArtifact() throws IOException {
    model().save(artifact);
    assertThat(Files.readAllBytes(artifact.resolve("encoder.onnx")))
        .isEqualTo(graph(OnnxModel.Input.ROWS));
    Encoding.Dense saved = (Encoding.Dense) Models.load(artifact).encode(user(), Tastes.among());
    Encoding.Dense here = (Encoding.Dense) model().encode(user(), Tastes.among());
    assertThat(Arrays.equals(saved.vector(), here.vector())).isTrue();
  }
}
