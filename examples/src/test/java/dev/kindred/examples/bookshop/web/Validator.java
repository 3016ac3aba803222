package dev.kindred.examples.bookshop.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The W3C's validator (Nu Html Checker), offline: content models, attributes and their values,
 * ARIA, CSS and SVG. It is loaded apart from the class path, for its Jetty is another one than the
 * shop's.
 */
final class Validator {
  private static final Path JARS = Path.of("target", "validator");
  private static ClassLoader loader;

  private Validator() {}

  private static synchronized ClassLoader loader() throws IOException {
    if (loader == null) {
      List<URL> jars = new ArrayList<>();
      try (Stream<Path> files = Files.list(JARS)) {
        for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
          jars.add(jar.toUri().toURL());
        }
      }
      loader = new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
    return loader;
  }

  /** Skips the test, visibly, where Maven has not put the validator's jars into place. */
  static void requireNoProblem(String what, String html) throws Exception {
    assumeTrue(
        Files.isDirectory(JARS),
        "the validator is not in target/validator; 'mvn process-test-resources' copies it there");
    assertThat(problems(html)).as(what).isEmpty();
  }

  /** Errors and warnings, with what they are about. */
  static List<String> problems(String html) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader());
    try {
      Class<?> type = loader().loadClass("nu.validator.client.EmbeddedValidator");
      Object validator = type.getConstructor().newInstance();
      InputStream in = new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8));
      Object json = type.getMethod("validate", InputStream.class).invoke(validator, in);
      return problems(new ObjectMapper().readTree((String) json).get("messages"));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static List<String> problems(JsonNode messages) {
    List<String> problems = new ArrayList<>();
    for (JsonNode message : messages) {
      boolean remark = message.path("type").asText().equals("info");
      if (!remark || message.path("subType").asText().equals("warning")) {
        problems.add(message.path("message").asText() + " at: " + message.path("extract").asText());
      }
    }
    return problems;
  }
}
