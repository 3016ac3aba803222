package dev.kindred.tools.ltr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetorFileTest {
  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("judgments.txt"), text);
  }

  private static Judged judged(String name) {
    return new Judged(
        name,
        List.of("dracula", "carmilla # 2"),
        new int[] {0, 2},
        new double[][] {{0.1, Double.NaN, 3}, {Double.NaN, -1e-7, 1.0 / 3}});
  }

  @Test
  void writesTheFormatOfSvmRank() throws IOException {
    Path file = folder.resolve("new/judgments.txt");
    try (LetorWriter writer = new LetorWriter(file, List.of("als", "text", "age"), Double.NaN)) {
      writer.write(judged("r17"));
      writer.write(judged("r4"));
      assertThat(writer.requests()).isEqualTo(2);
      assertThat(writer.rows()).isEqualTo(4);
    }
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "# signals: 1=als 2=text 3=age",
            "0 qid:1 1:0.1 3:3 # dracula",
            "2 qid:1 2:-1.0E-7 3:0.3333333333333333 # carmilla # 2",
            "0 qid:2 1:0.1 3:3 # dracula",
            "2 qid:2 2:-1.0E-7 3:0.3333333333333333 # carmilla # 2");
  }

  @Test
  void readsWhatItWrites() throws IOException {
    Path file = folder.resolve("judgments.txt");
    try (LetorWriter writer = new LetorWriter(file, List.of("als", "text", "age"), Double.NaN)) {
      writer.write(judged("1"));
    }
    Judgments read = LetorFile.read(file);
    assertThat(read.signals()).containsExactly("als", "text", "age");
    assertThat(read.rows()).isEqualTo(2);
    Judged one = read.requests().getFirst();
    assertThat(one.items()).containsExactly("dracula", "carmilla # 2");
    assertThat(one.grades()).containsExactly(0, 2);
    assertThat(java.util.Arrays.deepEquals(one.values(), judged("1").values())).isTrue();
  }

  @Test
  void aNumberMayStandForWhatIsMissing() throws IOException {
    Path file = folder.resolve("judgments.txt");
    try (LetorWriter writer = new LetorWriter(file, List.of("als", "text", "age"), -1)) {
      writer.write(judged("1"));
    }
    assertThat(Files.readAllLines(file)).contains("0 qid:1 1:0.1 2:-1 3:3 # dracula");
  }

  @Test
  void readsFilesOfOthers() throws IOException {
    Judgments read =
        LetorFile.read(
            file("# made elsewhere\n2 qid:a 1:1\n\n0 qid:a 3:4 #docid = G1\n1 qid:b 2:7\n"));
    assertThat(read.signals()).containsExactly("signal1", "signal2", "signal3");
    assertThat(read.requests()).extracting(Judged::size).containsExactly(2, 1);
    assertThat(read.requests().getFirst().values()[0]).containsExactly(1, Double.NaN, Double.NaN);
    assertThat(read.requests().getFirst().items()).containsExactly("line2", "docid = G1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1 1:0.5; expected a grade and qid:N first",
        "x qid:1 1:0.5; \"x\" is no number",
        "0.5 qid:1 1:0.5; grade 0.5, expected a whole number from 0 to 30",
        "-1 qid:1 1:0.5; grade -1, expected",
        "1 qid:1 0:0.5; \"0:0.5\", expected NUMBER:VALUE with rising numbers",
        "1 qid:1 2:1 1:1; \"1:1\", expected NUMBER:VALUE",
        "1 qid:1 nothing; \"nothing\", expected NUMBER:VALUE",
        "1 qid:1 1:; \"\" is no number",
        "1 qid:1 3:1; signal 3, the first line names 2"
      })
  void saysWhatIsWrong(String line, String expected) throws IOException {
    Path file = file("# signals: 1=als 2=text\n1 qid:0 1:1\n" + line + "\n");
    assertThatThrownBy(() -> LetorFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(file + ":3: ")
        .hasMessageContaining(expected);
  }

  @Test
  void refusesScatteredRequestsAndNothing() throws IOException {
    Path scattered = file("1 qid:1 1:1\n1 qid:2 1:1\n0 qid:1 1:1\n");
    assertThatThrownBy(() -> LetorFile.read(scattered))
        .hasMessageContaining(":3: request 1 again; the lines of a request stand together");
    Path empty = file("# signals: 1=als\n");
    assertThatThrownBy(() -> LetorFile.read(empty)).hasMessageContaining("no judgments");
    Path wrong = file("# signals: 1=als 3=text\n");
    assertThatThrownBy(() -> LetorFile.read(wrong)).hasMessageContaining("expected \"2=NAME\"");
  }

  @Test
  void refusesRowsThatDoNotFit() throws IOException {
    try (LetorWriter writer = new LetorWriter(folder.resolve("j"), List.of("als"), Double.NaN)) {
      assertThatThrownBy(() -> writer.write(judged("r1")))
          .hasMessageContaining("request r1 has rows of 3 values, expected 1");
    }
    assertThatThrownBy(() -> new LetorWriter(folder.resolve("k"), List.of("a b"), 0))
        .hasMessageContaining("signal 'a b' has a space in its name");
    assertThatThrownBy(() -> new Judged("r", List.of(), new int[1], new double[0][]))
        .hasMessageContaining("0 items, 1 grades and 0 rows");
    assertThatThrownBy(() -> new Judged("r", List.of("i"), new int[] {31}, new double[1][]))
        .hasMessageContaining("a grade is 0 to 30, was 31");
  }
}
