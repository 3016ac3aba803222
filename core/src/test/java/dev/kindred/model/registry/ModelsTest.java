package dev.kindred.model.registry;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.model.Tastes;
import dev.kindred.model.content.PreferenceModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What loading says of artifacts that are not what they should be. */
class ModelsTest {
  @TempDir Path folder;

  @BeforeEach
  void save() throws IOException {
    new PreferenceModel(
            Tastes.manifest("preference", "taste", List.of()),
            new PreferenceModel.Settings("genre", null, 3))
        .save(folder);
  }

  private void edit(String from, String to) throws IOException {
    Path file = folder.resolve("manifest.json");
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Files.writeString(file, text.replace(from, to), StandardCharsets.UTF_8);
  }

  private void refuses(String... words) {
    assertThatThrownBy(() -> Models.load(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void namesTheNearestKind() throws IOException {
    edit("\"kind\" : \"preference\"", "\"kind\" : \"preferences\"");
    refuses("manifest.json: unknown model kind \"preferences\"; did you mean preference?");
  }

  @Test
  void refusesAFormatOfTheFuture() throws IOException {
    edit("\"format\" : 1", "\"format\" : 2");
    refuses("manifest.json: format is 2; expected 1 to 1");
  }

  @Test
  void namesWhatTheManifestLacks() throws IOException {
    edit("\"trained_at\"", "\"forgotten\"");
    refuses("manifest.json: trained_at is missing");
  }

  @Test
  void namesWhatTheSettingsLack() throws IOException {
    edit("\"history\"", "\"forgotten\"");
    refuses("manifest.json: settings.history is missing");
  }

  @Test
  void noticesChangedTensors() throws IOException {
    Path file = folder.resolve("model.safetensors");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    refuses("model.safetensors: checksum is ", "the manifest says ");
  }

  @Test
  void noticesMissingFiles() throws IOException {
    Files.delete(folder.resolve("model.safetensors"));
    refuses("model.safetensors: no such file, though the manifest names it");
    Files.delete(folder.resolve("manifest.json"));
    refuses("manifest.json: no such file; expected a model directory");
  }

  @Test
  void readsNothingOutsideItsFolder() throws IOException {
    edit("\"model.safetensors\"", "\"../model.safetensors\"");
    refuses("tensors.file is '../model.safetensors'; expected a file name");
  }

  @Test
  void namesTheLineOfBrokenJson() throws IOException {
    edit("{", "{{");
    refuses("manifest.json: ", "line: 1");
  }
}
