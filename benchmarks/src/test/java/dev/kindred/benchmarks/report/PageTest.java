package dev.kindred.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
  @Test
  void aTableIsMarkdown() {
    Page page = new Page("Speed").heading("One").table("what", "µs").row("this", "1.5");
    assertThat(page)
        .hasToString(
            """
            # Speed

            ## One

            | what | µs |
            | --- | ---: |
            | this | 1.5 |
            """);
  }

  @Test
  void aRowFillsItsTable() {
    Page page = new Page("Speed").table("what", "µs");
    assertThatThrownBy(() -> page.row("this"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("what");
  }

  @Test
  void saysHowItWasMade() {
    Machine machine = new Machine("a processor", 0.5, "a JVM", "scalar", "abc1234+");
    assertThat(new Page("Speed").origin("./kindred bench train", machine).toString())
        .contains("`./kindred bench train`")
        .contains("abc1234+")
        .contains("a processor")
        .contains("0.5 runnable");
  }

  @Test
  void thisMachineHasAName() {
    Machine machine = Machine.here(Path.of(""));
    assertThat(machine.processor()).contains("processors");
    assertThat(machine.jvm()).isNotBlank();
    assertThat(machine.commit()).isNotBlank();
  }

  @Test
  void numbersAreTheSameEverywhere() {
    assertThat(Page.number(1234.567, 1)).isEqualTo("1,234.6");
    assertThat(Page.number(Double.NaN, 1)).isEqualTo("–");
  }

  @Test
  void makesItsFolder(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a/b/page.md");
    new Page("Speed").write(file);
    assertThat(Files.readString(file)).isEqualTo("# Speed\n");
  }
}
