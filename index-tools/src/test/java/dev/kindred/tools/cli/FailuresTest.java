package dev.kindred.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.tools.read.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private static String worded(Exception failure, Map<String, String> environment) {
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            false,
            InstantSource.fixed(Cli.NOW),
            environment);
    assertThat(new Failures(console).execution(failure, null, null)).isEqualTo(1);
    return err.toString().strip();
  }

  private static String worded(Exception failure) {
    return worded(failure, Map.of());
  }

  @Test
  void inputIsNamedAsTheReadersNameIt() {
    assertThat(worded(new InputException("a.csv", 3, "the value is x", "mend it")))
        .isEqualTo("kindred: a.csv:3: the value is x; mend it");
  }

  @Test
  void missingAndForbiddenFilesAreNamed() {
    assertThat(worded(new NoSuchFileException("a.csv")))
        .isEqualTo("kindred: a.csv: no such file or folder; check the path");
    assertThat(worded(new AccessDeniedException("a.csv")))
        .startsWith("kindred: a.csv: access denied");
  }

  @Test
  void aFileInPlaceOfAFolderIsSaidToBeOne() {
    String reason = "kindred: a.csv: it is a file, expected a folder; name another";
    assertThat(worded(new NotDirectoryException("a.csv"))).isEqualTo(reason);
    assertThat(worded(new FileAlreadyExistsException("a.csv"))).isEqualTo(reason);
  }

  @Test
  void wrappingIsNotTold() {
    assertThat(worded(new UncheckedIOException(new IOException("disk full"))))
        .isEqualTo("kindred: disk full");
  }

  @Test
  void everythingIsOneLine() {
    assertThat(worded(new IllegalStateException("first\n  second")))
        .isEqualTo("kindred: first second");
  }

  @Test
  void theUnexpectedAsksForAReport() {
    assertThat(worded(new ArrayIndexOutOfBoundsException("7")))
        .startsWith("kindred: unexpected failure (")
        .contains("KINDRED_DEBUG=1");
  }

  @Test
  void debuggingShowsTheStackTrace() {
    assertThat(worded(new IllegalStateException("x"), Map.of("KINDRED_DEBUG", "1")))
        .contains("\tat ");
  }
}
