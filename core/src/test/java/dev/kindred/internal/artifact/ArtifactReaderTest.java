package dev.kindred.internal.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  private static ArtifactWriter words(String text, long... offsets) {
    return new ArtifactWriter()
        .tensor("words.utf8", Tensor.of(text.getBytes(StandardCharsets.ISO_8859_1)))
        .tensor("words.offsets", Tensor.of(offsets));
  }

  private ArtifactReader reopened(ArtifactWriter writer) throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    writer.write(other, new Card(1, "it", List.of()), new Knobs(0.5));
    return ArtifactReader.open(other, 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "abc|1,2,3|tensor 'words.offsets' must start with 0 and end with 3, the bytes of 'words.utf8'",
        "abc|0,1,2|tensor 'words.offsets' must start with 0 and end with 3, the bytes of 'words.utf8'",
        "abc|''|tensor 'words.offsets' must start with 0 and end with 3, the bytes of 'words.utf8'",
        "abc|0,2,1,3|tensor 'words.offsets' says string 1 is 2 to 1 of 3 bytes",
        "abc|0,4,3|tensor 'words.offsets' says string 0 is 0 to 4 of 3 bytes",
        "abxab|0,2,3,5|'words' has \"ab\" at 0 and again at 2; expected distinct strings",
        "aé|0,1,2|string 1 of 'words', bytes 1 to 2 of 'words.utf8', is not UTF-8"
      })
  void namesStringsThatAreNone(String text, String offsets, String message) throws IOException {
    long[] numbers =
        Arrays.stream(offsets.split(","))
            .filter(o -> !o.isEmpty())
            .mapToLong(Long::parseLong)
            .toArray();
    ArtifactReader reader = reopened(words(text, numbers));
    assertThatThrownBy(() -> reader.strings("words"))
        .isInstanceOf(ArtifactException.class)
        .hasMessage(folder.resolve("other/model.safetensors") + ": " + message);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void namesTheNumberThatIsNone(float wrong) throws IOException {
    ArtifactReader reader =
        reopened(new ArtifactWriter().tensor("x", Tensor.of(new float[] {1, 2, wrong, 4}, 2, 2)));
    assertThatThrownBy(() -> reader.numbers("x", 2, 2))
        .hasMessageEndingWith("tensor 'x' has " + wrong + " at 2; expected finite numbers");
    assertThat(artifact.numbers("x", 2, 3)).hasSize(6);
  }

  @Test
  void aChecksumMayBeInCapitals() throws IOException {
    Path manifest = folder.resolve("manifest.json");
    String text = Files.readString(manifest);
    String sha256 = text.replaceAll("(?s).*\"sha256\" : \"([0-9a-f]{64})\".*", "$1");
    Files.writeString(manifest, text.replace(sha256, sha256.toUpperCase(Locale.ROOT)));
    assertThat(ArtifactReader.open(folder, 1).strings("none")).isEmpty();
  }

  @Test
  void namesAManifestThatIsNotUtf8() throws IOException {
    Path manifest = folder.resolve("manifest.json");
    String text = Files.readString(manifest).replace("\"it\"", "\"café\"");
    Files.write(manifest, text.getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> ArtifactReader.open(folder, 1))
        .isInstanceOf(ArtifactException.class)
        .hasMessage(manifest + ": not UTF-8");
  }
}
