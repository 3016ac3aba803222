package dev.kindred.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.tools.train.Trainer;
import dev.kindred.tools.train.registry.Trainers;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every algorithm has a page that says what it computes, at what cost, after whom, and where. */
class ModelPagesTest {
  private static final Path PAGES = Path.of("../docs/guide/models");

  /** Their parameters are told where both are, in the page about cold starts. */
  private static final Set<String> ELSEWHERE = Set.of("cold", "coldusers");

  static Set<String> models() {
    return Trainers.names();
  }

  private static String page(String model) throws IOException {
    return Files.readString(PAGES.resolve(model + ".md"));
  }

  /** What is below that heading, up to the next. */
  private static String section(String model, String heading) throws IOException {
    String page = page(model);
    String start = "\n## " + heading + "\n";
    assertThat(page).as("%s has the section %s once", model, heading).containsOnlyOnce(start);
    String rest = page.substring(page.indexOf(start) + start.length());
    int end = rest.indexOf("\n## ");
    return (end < 0 ? rest : rest.substring(0, end)).strip();
  }

  @ParameterizedTest
  @MethodSource("models")
  void saysWhatItComputes(String model) throws IOException {
    assertThat(section(model, "Formula")).hasSizeGreaterThan(15).containsPattern("[=−·Σ⊙]");
  }

  @ParameterizedTest
  @MethodSource("models")
  void saysWhatItCosts(String model) throws IOException {
    String section = section(model, "Complexity");
    assertThat(section).startsWith("| training | a request | memory |\n");
    String row = section.lines().skip(2).findFirst().orElseThrow();
    assertThat(row.split("\\|")).as("training, request, memory").hasSize(4);
    assertThat(Stream.of(row.split("\\|")).skip(1)).noneMatch(String::isBlank);
  }

  @ParameterizedTest
  @MethodSource("models")
  void saysWhoseItIs(String model) throws IOException {
    assertThat(section(model, "Source")).containsPattern("\\b(19[6-9][0-9]|20[0-2][0-9])\\b");
  }

  @ParameterizedTest
  @MethodSource("models")
  void saysWhereTheCodeIs(String model) throws IOException {
    String section = section(model, "Code");
    Class<?> trainer = Trainers.create(model).getClass();
    assertThat(section)
        .contains("[" + trainer.getSimpleName() + "](", "/" + path(trainer) + ".java)")
        .contains("core/src/main/java/dev/kindred/model/");
  }

  private static String path(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  @ParameterizedTest
  @MethodSource("models")
  void namesEveryParameter(String model) throws IOException {
    if (!ELSEWHERE.contains(model)) {
      Trainer<?> trainer = Trainers.create(model);
      String page = page(model);
      for (RecordComponent parameter : trainer.getClass().getRecordComponents()) {
        assertThat(page).as(model).contains("`" + parameter.getName() + "`");
      }
    }
  }

  @Test
  void thereAreNoOtherPages() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      Set<String> pages =
          files
              .map(file -> file.getFileName().toString().replace(".md", ""))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(pages).isEqualTo(new TreeSet<>(models()));
    }
  }
}
