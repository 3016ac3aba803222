package dev.kindred.model.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Item;
import dev.kindred.model.Encoding;
import dev.kindred.model.Encodings;
import dev.kindred.model.FieldScores;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import dev.kindred.model.Tastes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The promise of the file format: what an earlier release wrote can be read, and means the same.
 */
class StoredArtifactsTest {
  private static final Path STORED = Path.of("src", "test", "resources", "artifacts");
  private static final Item ITEM =
      new Item("i0", Map.of("description", "vampires haunt a castle", "genre", "horror"));

  @ParameterizedTest
  @CsvSource({
    "v1, als",
    "v1, autorec",
    "v1, autorecstars",
    "v1, bias",
    "v1, bpr",
    "v1, cold",
    "v1, coldusers",
    "v1, content",
    "v1, crossdomain",
    "v1, demand",
    "v1, fm",
    "v1, gfcf",
    "v1, gru",
    "v1, neumf",
    "v1, preference",
    "v1, related",
    "v1, sasrec",
    "v1, twotower",
    "v1, userknn",
    "v1, userstars",
    "v1, widedeep"
  })
  void loads(String release, String kind) throws IOException {
    Path directory = STORED.resolve(release).resolve(kind);
    Model model = Models.load(directory);
    assertThat(model.manifest().kind()).isEqualTo(kind);
    String expected = Files.readString(directory.resolve("expected.txt")).strip();
    Encoding encoding = model.encode(Tastes.liking("i0"), Tastes.among(ITEM));
    String found = FieldScores.of(model, ITEM) + "\n" + Encodings.text(encoding);
    assertThat(normal(found)).isEqualTo(normal(expected));
  }

  /** Kernels of different widths agree to rounding only. */
  private static String normal(String text) {
    return text.replaceAll("(\\d\\.\\d{4})\\d+", "$1");
  }

  @Test
  void everyKindIsStored() throws IOException {
    try (Stream<Path> files = Files.walk(STORED)) {
      Set<String> stored =
          files
              .filter(file -> file.endsWith("manifest.json"))
              .map(file -> file.getParent().getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(stored).containsAll(Models.kinds());
    }
  }

  @Test
  void manifestsKeepEveryValue() throws IOException {
    Manifest manifest = Models.load(STORED.resolve("v1").resolve("related")).manifest();
    assertThat(manifest)
        .isEqualTo(
            Tastes.manifest(
                "related", "ease", List.of(new Manifest.FieldSpec("model.ease", "sparse", 0))));
  }
}
