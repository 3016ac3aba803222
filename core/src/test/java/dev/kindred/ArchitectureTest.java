package dev.kindred;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The package table and the bounds on size, held against the classes and sources of the module that
 * runs this test. A later module extends this class to be held to them too.
 */
public class ArchitectureTest {
  private static final String OURS = "dev.kindred.";
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final int CODE_LINES = 300;
  private static final int PUBLIC_TYPES = 12;

  private static final JavaClasses MODULE = ownClasses();

  /** Package, and which of our other packages it may use. Sub-packages count as their parent. */
  static Stream<Arguments> table() {
    return Stream.of(
        row("data.."),
        row("internal..", "data.."),
        row("model..", "data..", "internal.."),
        row("index..", "data..", "model..", "internal.."),
        row("request..", "data..", "model..", "internal.."),
        row("retrieve..", "data..", "model..", "request..", "internal.."),
        row("rank..", "data..", "model..", "request..", "internal.."),
        row("arrange..", "data..", "model..", "request..", "internal.."),
        row("onnx..", "data..", "model..", "internal.."),
        row("tools.read..", "data..", "internal.."),
        row("tools.train..", "data..", "model..", "internal.."));
  }

  private static Arguments row(String name, String... mayUse) {
    return Arguments.of(name, List.of(mayUse));
  }

  @ParameterizedTest(name = "{0} may use {1}")
  @MethodSource("table")
  void usesOnlyWhatTheTableAllows(String name, List<String> mayUse) {
    String[] allowed =
        Stream.concat(Stream.of(name), mayUse.stream()).map(OURS::concat).toArray(String[]::new);
    hold(
        noClasses()
            .that()
            .resideInAPackage(OURS + name)
            .should()
            .dependOnClassesThat(
                resideInAPackage("dev.kindred..").and(not(resideInAnyPackage(allowed)))));
  }

  @Test
  void coreKnowsNoOtherModule() {
    hold(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "dev.kindred.tools..",
                "dev.kindred.examples..",
                "dev.kindred.benchmarks..",
                "dev.kindred.opensearch..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "dev.kindred.tools..",
                "dev.kindred.examples..",
                "dev.kindred.benchmarks..",
                "dev.kindred.opensearch..",
                "picocli..",
                "org.slf4j.."));
  }

  @Test
  void dataKnowsNoLibrary() {
    hold(
        classes()
            .that()
            .resideInAPackage("dev.kindred.data..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "dev.kindred.data.."));
  }

  @Test
  void modelKnowsOnlyLucenesDocuments() {
    hold(
        noClasses()
            .that()
            .resideInAPackage("dev.kindred.model..")
            .should()
            .dependOnClassesThat(
                resideInAPackage("org.apache.lucene..")
                    .and(
                        not(
                            resideInAnyPackage(
                                "org.apache.lucene.document..",
                                "org.apache.lucene.index..",
                                "org.apache.lucene.util..")))));
  }

  @Test
  void onlyTheCommandLineKnowsPicocli() {
    hold(
        noClasses()
            .that()
            .resideInAPackage("dev.kindred.tools..")
            .and()
            .resideOutsideOfPackage("dev.kindred.tools.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli.."));
  }

  @Test
  void noPackageHasTooManyPublicTypes() {
    Map<String, Long> crowded =
        MODULE.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .collect(groupingBy(JavaClass::getPackageName, counting()));
    crowded.values().removeIf(count -> count <= PUBLIC_TYPES);
    assertThat(crowded).as("packages with more than %d public types", PUBLIC_TYPES).isEmpty();
  }

  @Test
  void noFileIsTooLong() throws IOException {
    assertThat(sources())
        .as("files with more than %d code lines", CODE_LINES)
        .filteredOn(file -> codeLines(file) > CODE_LINES)
        .isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIs() throws IOException {
    assertThat(sources().stream().map(file -> file.resolveSibling("package-info.java")).distinct())
        .as("package-info.java of every package")
        .allMatch(Files::exists);
  }

  private void hold(ArchRule rule) {
    rule.allowEmptyShould(true).check(MODULE);
  }

  /** The module's own classes; what they refer to is known by name, which is enough and quick. */
  private static JavaClasses ownClasses() {
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter().importPath(Path.of("target", "classes"));
  }

  private static List<Path> sources() throws IOException {
    if (Files.notExists(SOURCES)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static long codeLines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("//") && !line.startsWith("/*"))
          .filter(line -> !line.startsWith("*"))
          .count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
