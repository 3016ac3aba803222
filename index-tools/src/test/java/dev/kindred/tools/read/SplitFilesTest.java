package dev.kindred.tools.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitFilesTest {
  @TempDir Path folder;

  @Test
  void opensWhatIsGiven() {
    Path train = Files4Tests.write(folder, "train.txt", "u a b c\n");
    Path test = Files4Tests.write(folder, "test.txt", "u d\n");
    SplitFiles split = SplitFiles.open(Inputs.STRICT, Format.AUTO, train, null, test, null);
    assertThat(Files4Tests.shown(split.train())).hasSize(3);
    assertThat(split.validation()).isEmpty();
    assertThat(Files4Tests.shown(split.test())).hasSize(1);
    assertThat(split.candidates()).isEmpty();
    assertThat(SplitFiles.open(Inputs.STRICT, Format.AUTO, train, test, test, null).validation())
        .isPresent();
  }

  @Test
  void dropsTheHeldOutItemFromItsOwnNegatives() {
    Path file = Files4Tests.write(folder, "n", "(0,25)\t1064\t25\t174\n(1, 133)\t1\t2\n");
    assertThat(NegativesFile.read(file, BadLines.STOP))
        .containsExactly(
            new SplitFiles.Candidates("0", "25", List.of("1064", "174"), 1),
            new SplitFiles.Candidates("1", "133", List.of("1", "2"), 0));
  }

  @Test
  void refusesWhatIsNoPair() {
    Path file = Files4Tests.write(folder, "n", "0 25\t1\n");
    assertThatThrownBy(() -> NegativesFile.read(file, BadLines.STOP))
        .isInstanceOf(InputException.class)
        .hasMessage(
            file
                + ":1: the line begins with \"0 25\", expected a pair as (user,item);"
                + " correct it, or skip such lines with --skip-bad-lines N");
    Path none = Files4Tests.write(folder, "m", "(0,25)\t25\n");
    assertThatThrownBy(() -> NegativesFile.read(none, BadLines.STOP))
        .hasMessageContaining(":1: the pair \"(0,25)\" has no negatives, expected some");
    assertThatThrownBy(() -> NegativesFile.read(none, BadLines.skip(1)))
        .hasMessageContaining("there are no negatives in it, only 1 bad lines");
  }

  @Test
  void readsTheSplitOfNcf() {
    SplitFiles split =
        SplitFiles.open(
            Inputs.STRICT,
            Format.AUTO,
            ReferenceData.path("ml-1m", "ncf", "ml-1m.train.pairs.tsv"),
            null,
            ReferenceData.path("ml-1m", "ncf", "ml-1m.test.rating"),
            ReferenceData.path("ml-1m", "ncf", "ml-1m.test.negative"));
    assertThat(split.candidates()).hasSize(6040);
    assertThat(split.candidates().getFirst().negatives()).hasSize(99).startsWith("1064", "174");
    assertThat(split.candidates().stream().filter(c -> c.repeated() > 0)).hasSize(156);
    List<String> pairs =
        Files4Tests.events(split.test()).stream()
            .map(event -> event.userId() + " " + event.itemId())
            .toList();
    assertThat(split.candidates().stream().map(c -> c.user() + " " + c.heldOut()))
        .containsExactlyElementsOf(pairs);
  }
}
