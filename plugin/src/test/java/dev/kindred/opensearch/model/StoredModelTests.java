package dev.kindred.opensearch.model;

import dev.kindred.opensearch.model.StoredModel.StoredFile;
import java.util.List;
import java.util.Map;
import org.opensearch.test.OpenSearchTestCase;

public class StoredModelTests extends OpenSearchTestCase {
  private static final String HASH = "0".repeat(64);

  public void testSurvivesItsDocument() {
    StoredModel model =
        new StoredModel(
            "als", "als@1", List.of(new StoredFile("model.safetensors", 3, 3_000_000, HASH)));
    assertEquals(model, StoredModel.read(model.source()));
    assertEquals(3_000_000, model.bytes());
  }

  public void testFilesStayInTheirFolder() {
    for (String file : List.of("../escape.json", "/etc/passwd", "a/b.json", "noextension", "")) {
      IllegalArgumentException problem =
          expectThrows(IllegalArgumentException.class, () -> new StoredFile(file, 1, 1, HASH));
      assertTrue(problem.getMessage(), problem.getMessage().contains("plain file name"));
    }
  }

  public void testWhatIsMissingIsNamed() {
    IllegalArgumentException files =
        expectThrows(
            IllegalArgumentException.class,
            () -> StoredModel.read(Map.of("name", "als", "version", "als@1")));
    assertTrue(files.getMessage(), files.getMessage().contains("files"));
    IllegalArgumentException version =
        expectThrows(
            IllegalArgumentException.class,
            () -> new StoredModel("als", "ease@1", List.of(new StoredFile("a.b", 1, 1, HASH))));
    assertTrue(version.getMessage(), version.getMessage().contains("als@"));
  }

  /** Each chunk is looked for: a number out of thin air must not fill the heap. */
  public void testChunksAreBounded() {
    for (long chunks : new long[] {-5_000_000_000L, 0, 10_001, 4_294_967_297L, Long.MAX_VALUE}) {
      Map<String, Object> file =
          Map.of("file", "a.b", "chunks", chunks, "bytes", 1, "sha256", HASH);
      Map<String, Object> source =
          Map.of("name", "als", "version", "als@1", "files", List.of(file));
      IllegalArgumentException problem =
          expectThrows(IllegalArgumentException.class, () -> StoredModel.read(source));
      assertTrue(problem.getMessage(), problem.getMessage().contains("expected 1 to 10000"));
    }
    StoredFile large = new StoredFile("a.b", 6_000, 1, HASH);
    StoredFile other = new StoredFile("b.b", 6_000, 1, HASH);
    IllegalArgumentException together =
        expectThrows(
            IllegalArgumentException.class,
            () -> new StoredModel("als", "als@1", List.of(large, other)));
    assertTrue(together.getMessage(), together.getMessage().contains("10000 of all files"));
  }
}
