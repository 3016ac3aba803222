package dev.kindred.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.benchmarks.report.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeersPageTest {
  @TempDir private Path folder;

  @Test
  void thePageOfResultsKeepsItsLastSection() throws IOException {
    Path file = folder.resolve("page.md");
    Sheet sheet = Sheet.read(file);
    sheet.put(PeersPage.ABSENT_TITLE, PeersPage.ABSENT);
    sheet.write(file, PeersPage.TOP, List.of(PeersPage.ABSENT_TITLE));
    String once = Files.readString(file);
    Sheet.read(file).write(file, PeersPage.TOP, List.of(PeersPage.ABSENT_TITLE));
    assertThat(Files.readString(file)).isEqualTo(once).contains("## Not here\n\n* **Tribuo**");
  }
}
