package dev.kindred.examples.bookshop.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.tools.cli.Console;
import dev.kindred.tools.cli.Kindred;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages and reports are valid HTML, elements within elements and all. */
class ValidityTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"index.html", "insight.html", "missing.html"})
  void pagesAreValid(String page) throws Exception {
    try (InputStream in = ValidityTest.class.getResourceAsStream("/bookshop/" + page)) {
      Validator.requireNoProblem(page, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** What would be found: an element where it must not be, a wrong value, a wrong style. */
  @Test
  void whatIsWrongIsFound() throws Exception {
    String start = "<!DOCTYPE html><html lang=\"en\"><head><title>x</title>";
    Validator.requireNoProblem("a page", start + "</head><body><p>x</p></body></html>");
    assertThat(Validator.problems(start + "</head><body><ul><p>x</p></ul></body></html>"))
        .anyMatch(problem -> problem.contains("not allowed as child of element"));
    assertThat(
            Validator.problems(
                start + "</head><body><a href=\"x\"><button>x</button></a></body></html>"))
        .anyMatch(problem -> problem.contains("must not appear as a descendant"));
    assertThat(Validator.problems(start + "<style>p { colr: red }</style></head></html>"))
        .anyMatch(problem -> problem.contains("colr"));
    assertThat(Validator.problems(start + "</head><body><p role=\"list-box\">x</body></html>"))
        .isNotEmpty();
  }

  private String kindred(String... args) {
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err, true),
            false,
            InstantSource.fixed(Instant.parse("2026-06-01T00:00:00Z")),
            Map.of());
    assertThat(Kindred.run(console, List.of(), args)).as("%s", err).isZero();
    return err.toString();
  }

  /** Twenty users, five items, a click log. */
  private void write() throws IOException {
    StringBuilder events = new StringBuilder("user,item,timestamp\n");
    for (int i = 0; i < 100; i++) {
      events.append("u").append(i % 20).append(",i").append(i * 7 % 23 % 12).append(',');
      events.append(1_700_000_000L + 1000L * i).append('\n');
    }
    StringBuilder log = new StringBuilder("item,position,reward,propensity\n");
    for (int i = 0; i < 60; i++) {
      log.append("abc".charAt(i % 3)).append(",1,").append(i % 4 == 0 ? 1 : 0).append(",0.3333\n");
    }
    Files.writeString(folder.resolve("events.csv"), events);
    Files.writeString(folder.resolve("log.csv"), log);
  }

  @Test
  void reportsAreValid() throws Exception {
    write();
    String events = folder.resolve("events.csv").toString();
    String log = folder.resolve("log.csv").toString();
    String report = folder.resolve("report.html").toString();
    for (List<String> asked :
        List.of(
            List.of("--models", "popularity,itemknn", "--events", events),
            List.of("--policy", "greedy,epsilon:0.1", "--log", log),
            List.of("--policy", "imed,ucb1", "--arms", "0.5,0.1", "--steps", "100"))) {
      kindred(
          Stream.of(List.of("evaluate"), asked, List.of("--report", report))
              .flatMap(List::stream)
              .toArray(String[]::new));
      Validator.requireNoProblem(asked.toString(), Files.readString(Path.of(report)));
    }
  }
}
