package dev.kindred.internal.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactReaderTest {
  @TempDir Path folder;
  private ArtifactReader artifact;

  private record Card(int format, String name, List<String> tags) {}

  private record Knobs(double shareOfAll) {}

  @BeforeEach
  void write() throws IOException {
    new ArtifactWriter()
        .tensor("x", Tensor.of(new float[6], 2, 3))
        .strings("words", List.of("", "naïve", "𝄞", "plain"))
        .strings("none", List.of())
        .write(folder, new Card(1, "it", List.of("a", "b")), new Knobs(0.5));
    artifact = ArtifactReader.open(folder, 1);
  }

  @Test
  void returnsRecordsAndStrings() throws IOException {
    assertThat(artifact.manifest(Card.class)).isEqualTo(new Card(1, "it", List.of("a", "b")));
    assertThat(artifact.settings(Knobs.class)).isEqualTo(new Knobs(0.5));
    assertThat(artifact.text("name")).isEqualTo("it");
    assertThat(artifact.strings("words")).containsExactly("", "naïve", "𝄞", "plain");
    assertThat(artifact.strings("none")).isEmpty();
  }

  @Test
  void acceptsAnyLengthWhereNoneIsExpected() throws IOException {
    assertThat(artifact.tensor("x", DType.F32, -1, 3).size()).isEqualTo(6);
  }

  @Test
  void namesWhatWasExpectedAndFound() {
    assertThatThrownBy(() -> artifact.tensor("x", DType.F64, 2, 3))
        .hasMessageEndingWith("model.safetensors: tensor 'x' is F32[2, 3]; expected F64[2, 3]");
    assertThatThrownBy(() -> artifact.tensor("x", DType.F32, -1, 4))
        .hasMessageEndingWith("tensor 'x' is F32[2, 3]; expected F32[*, 4]");
    assertThatThrownBy(() -> artifact.tensor("x", DType.F32, 6))
        .hasMessageEndingWith("tensor 'x' is F32[2, 3]; expected F32[6]");
    assertThatThrownBy(() -> artifact.tensor("y", DType.F32, 6))
        .hasMessageContaining("no tensor 'y'; it has: ")
        .hasMessageContaining("x");
    assertThatThrownBy(() -> artifact.text("nome"))
        .hasMessageEndingWith("manifest.json: nome is missing or no string");
  }

  @Test
  void refusesAShapeThatItsElementsDoNotFill() {
    assertThatThrownBy(() -> Tensor.of(new int[5], 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("5 elements do not fill the shape [2, 3]");
    assertThatThrownBy(() -> Tensor.of(new float[5]).floats(3, 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
