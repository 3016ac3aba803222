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
}
