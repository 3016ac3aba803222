package dev.kindred.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kindred.index.Generations.Generation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationsTest {
  @TempDir Path temp;

  private Path root() {
    return temp.resolve("index");
  }

  private static Path build(Generations generations, String content) throws IOException {
    Path build = generations.begin();
    Files.createDirectories(build.resolve(Generations.MODELS).resolve("als"));
    Files.writeString(build.resolve(Generations.MODELS).resolve("als/manifest.json"), content);
    Files.writeString(build.resolve(Generations.PROFILES), content);
    Files.createDirectories(build.resolve(Generations.USERS));
    Files.writeString(build.resolve(Generations.USERS).resolve("live"), content);
    return build;
  }

  private static void publish(Generations generations, String content) throws IOException {
    generations.publish(build(generations, content));
  }

  private static String content(Path generation) throws IOException {
    return Files.readString(generation.resolve(Generations.PROFILES));
  }

  private static List<Integer> numbers(Generations generations) throws IOException {
    return generations.list().stream().map(Generation::number).toList();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(root().resolve("generations"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void saysWhatToDoWhenThereIsNone() throws IOException {
    Generations generations = Generations.at(root());
    assertThatIllegalStateException()
        .isThrownBy(generations::current)
        .withMessage(
            "%s: there is no index here; make one with: kindred build --out %s", root(), root());
    assertThat(generations.list()).isEmpty();
    assertThat(root()).as("looking makes nothing").doesNotExist();
  }

  @Test
  void aFileIsNoIndex() throws IOException {
    Files.writeString(root(), "id,title");
    try (Generations file = Generations.at(root())) {
      String reason = "index: it is a file, expected the folder of an index";
      assertThatIllegalStateException().isThrownBy(file::begin).withMessageEndingWith(reason);
      assertThatIllegalStateException().isThrownBy(file::current).withMessageEndingWith(reason);
      assertThatIllegalStateException().isThrownBy(file::rollback).withMessageEndingWith(reason);
    }
  }

  @Test
  void publishesWholeBuilds() throws IOException {
    Generations generations = Generations.at(root());
    Path build = build(generations, "one");
    assertThatIllegalStateException().isThrownBy(generations::current);
    generations.publish(build);
    assertThat(build).doesNotExist();
    assertThat(generations.current()).isEqualTo(root().resolve("generations/000001"));
    assertThat(content(generations.current())).isEqualTo("one");
    assertThat(Files.readString(root().resolve("CURRENT"))).isEqualTo("000001\n");
    publish(generations, "two");
    assertThat(content(generations.current())).isEqualTo("two");
    assertThat(generations.list())
        .containsExactly(
            new Generation(1, root().resolve("generations/000001"), false),
            new Generation(2, root().resolve("generations/000002"), true));
  }

  @Test
  void anUnfinishedBuildIsRemovedByTheNext() throws IOException {
    Path leftover = root().resolve("generations/.building-000001");
    Files.createDirectories(leftover.resolve("items"));
    Files.writeString(leftover.resolve("items/segments"), "half");
    Generations generations = Generations.at(root());
    Path build = generations.begin();
    assertThat(build).isEmptyDirectory();
    generations.publish(build);
    assertThat(files()).containsExactly("000001");
  }

  @Test
  void closingAbandonsTheBuild() throws IOException {
    try (Generations generations = Generations.at(root())) {
      build(generations, "never");
    }
    assertThat(files()).isEmpty();
    try (Generations generations = Generations.at(root())) {
      Path build = build(generations, "never");
      generations.abandon(build);
      assertThat(build).doesNotExist();
      publish(generations, "one");
      assertThat(content(generations.current())).isEqualTo("one");
    }
  }

  @Test
  void twoBuildsDoNotCollide() throws IOException {
    try (Generations one = Generations.at(root());
        Generations two = Generations.at(root().resolve("../index"))) {
      Path build = one.begin();
      assertThatIllegalStateException()
          .isThrownBy(two::begin)
          .withMessage("%s: another build is running here; wait until it ends, or stop it", root());
      assertThatIllegalStateException().isThrownBy(one::begin);
      assertThat(build).as("the running build is left alone").exists();
      one.publish(build);
      two.publish(two.begin());
    }
  }

  @Test
  void publishesOnlyWhatItBegan() throws IOException {
    Generations generations = Generations.at(root());
    Path stranger = Files.createDirectories(temp.resolve("stranger"));
    assertThatIllegalStateException().isThrownBy(() -> generations.publish(stranger));
    Path build = generations.begin();
    generations.publish(build);
    assertThatIllegalStateException()
        .isThrownBy(() -> generations.publish(build))
        .withMessageContaining("call begin first");
  }

  @Test
  void keepsTheNewestTwo() throws IOException {
    Generations generations = Generations.at(root());
    for (String content : List.of("one", "two", "three")) {
      publish(generations, content);
    }
    assertThat(numbers(generations)).containsExactly(2, 3);
    publish(Generations.at(root(), 1), "four");
    assertThat(numbers(generations)).containsExactly(4);
    assertThatIllegalArgumentException().isThrownBy(() -> Generations.at(root(), 0));
  }

  @Test
  void goesBack() throws IOException {
    Generations generations = Generations.at(root());
    publish(generations, "one");
    publish(generations, "two");
    assertThat(content(generations.rollback())).isEqualTo("one");
    assertThat(content(generations.current())).isEqualTo("one");
    assertThatIllegalStateException()
        .isThrownBy(generations::rollback)
        .withMessageContaining("nothing to go back to, no generation before 000001");
  }

  @Test
  void goesBackToWhatWasServedBefore() throws IOException {
    Generations generations = Generations.at(root());
    publish(generations, "good");
    publish(generations, "bad");
    generations.rollback();
    publish(generations, "worse");
    assertThat(numbers(generations))
        .as("the bad one goes, the good one stays")
        .containsExactly(1, 3);
    assertThat(content(generations.rollback())).isEqualTo("good");
  }

  @Test
  void doesNotGoBackToADamagedGeneration() throws IOException {
    Generations generations = Generations.at(root());
    publish(generations, "one");
    Files.writeString(generations.current().resolve(Generations.PROFILES), "tampered");
    publish(generations, "two");
    assertThatIllegalStateException()
        .isThrownBy(generations::rollback)
        .withMessageContaining("profiles.json has changed");
    assertThat(content(generations.current())).isEqualTo("two");
  }

  @Test
  void doesNotGoBackDuringABuild() throws IOException {
    Generations generations = Generations.at(root());
    publish(generations, "one");
    publish(generations, "two");
    try (Generations other = Generations.at(root())) {
      other.begin();
      assertThatIllegalStateException()
          .isThrownBy(generations::rollback)
          .withMessageContaining("another build is running");
    }
  }

  @Test
  void noticesAMissingGeneration() throws IOException {
    Generations generations = Generations.at(root());
    publish(generations, "one");
    Files.writeString(root().resolve("CURRENT"), "000009\n");
    assertThatIllegalStateException()
        .isThrownBy(generations::current)
        .withMessageContaining("CURRENT names generation '000009', which is not there");
  }

  @Test
  void verifiesWhatNeverChanges() throws IOException {
    Generations generations = Generations.at(root());
    publish(generations, "one");
    Path current = generations.current();
    Files.writeString(current.resolve(Generations.USERS).resolve("live"), "more events");
    assertThatCode(() -> Generations.verify(current)).doesNotThrowAnyException();
    Files.delete(current.resolve(Generations.PROFILES));
    Files.writeString(current.resolve("models/als/manifest.json"), "other");
    Files.writeString(current.resolve("models/als/new"), "x");
    assertThatIllegalStateException()
        .isThrownBy(() -> Generations.verify(current))
        .withMessage(
            current
                + " is damaged: models/als/manifest.json has changed, models/als/new was added,"
                + " profiles.json is missing; build the index again, or go back with rollback");
  }

  @Test
  void verifiesTheChecksumsThemselves() throws IOException {
    Generations generations = Generations.at(root());
    publish(generations, "one");
    Path checksums = generations.current().resolve("checksums.json");
    Files.writeString(checksums, "{");
    assertThatIllegalStateException()
        .isThrownBy(() -> Generations.verify(generations.current()))
        .withMessageContaining("checksums.json cannot be read");
    Files.delete(checksums);
    assertThatIllegalStateException()
        .isThrownBy(() -> Generations.verify(generations.current()))
        .withMessageContaining("checksums.json is missing");
  }
}
