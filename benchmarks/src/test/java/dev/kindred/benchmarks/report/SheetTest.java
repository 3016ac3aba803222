package dev.kindred.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetTest {
  private static final List<String> ORDER = List.of("One", "Two", "Three");

  @TempDir private Path folder;

  @Test
  void aSectionThatIsMeasuredAgainReplacesWhatItWas() throws IOException {
    Path file = folder.resolve("results/page.md");
    Sheet first = Sheet.read(file);
    first.put("Two", "\nold two\n");
    first.put("One", "one");
    first.put("Gone", "no contest any more");
    first.write(file, "# Old\n\ntop\n", ORDER);
    Sheet second = Sheet.read(file);
    second.put("Two", "new two\n\n| a |");
    second.write(file, "# Page\n", ORDER);
    assertThat(Files.readString(file))
        .isEqualTo("# Page\n\n## One\n\none\n\n## Two\n\nnew two\n\n| a |\n");
  }
}
