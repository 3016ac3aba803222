package dev.kindred.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.kindred.Profile;
import dev.kindred.Recommender;
import dev.kindred.tools.build.IndexBuilder;
import dev.kindred.tools.cli.Console;
import dev.kindred.tools.cli.Kindred;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.lucene.search.Explanation;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What readers of the guide copy: configurations build an index, fragments of profiles are
 * profiles, JSON is JSON, and Java compiles. Commands are tried by {@code GuideTest}; code that
 * other tests run, and hold to its page, is not compiled again.
 */
class SnippetsTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

  /** Pages whose Java is that of a test, which says so: bandits, evaluation, extending, live. */
  private static final List<String> RUN_ELSEWHERE =
      List.of("bandits.md", "evaluation.md", "extending.md", "live.md");

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  @TempDir private Path work;

  /** A block of a page. */
  record Snippet(String page, String language, String text) {
    @Override
    public String toString() {
      return page + ": " + text.lines().findFirst().orElse("");
    }
  }

  private static List<Snippet> snippets(String language) throws IOException {
    List<Snippet> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs/guide"))) {
      List<Path> pages = new ArrayList<>(files.filter(f -> f.toString().endsWith(".md")).toList());
      pages.add(ROOT.resolve("README.md"));
      for (Path page : pages) {
        Matcher block = FENCE.matcher(Files.readString(page));
        while (block.find()) {
          if (block.group(1).equals(language)) {
            all.add(new Snippet(page.getFileName().toString(), language, block.group(2)));
          }
        }
      }
    }
    return all;
  }

  static Stream<Snippet> yaml() throws IOException {
    return snippets("yaml").stream();
  }

  static Stream<Snippet> json() throws IOException {
    return snippets("json").stream();
  }

  static Stream<Snippet> java() throws IOException {
    return snippets("java").stream().filter(one -> !RUN_ELSEWHERE.contains(one.page));
  }

  @ParameterizedTest
  @MethodSource("yaml")
  void aConfigurationBuildsAnIndex(Snippet snippet) throws IOException {
    Path config = Files.writeString(work.resolve("kindred.yaml"), snippet.text);
    Path items = Files.writeString(work.resolve("items.jsonl"), items());
    Path events = Files.writeString(work.resolve("events.csv"), events());
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            false,
            InstantSource.system(),
            Map.of());
    int code =
        Kindred.run(
            console,
            List.of(),
            "build",
            "--items",
            items.toString(),
            "--events",
            events.toString(),
            "--config",
            config.toString(),
            "--out",
            work.resolve("index").toString());
    assertThat(code).as(err.toString()).isZero();
    JsonNode asked = new YAMLMapper().readTree(snippet.text);
    try (Recommender built = Recommender.open(work.resolve("index"))) {
      asked
          .path("profiles")
          .fieldNames()
          .forEachRemaining(name -> assertThat(built.profiles().byName()).containsKey(name));
    }
  }

  private static String items() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      lines.append(
          String.format(
              Locale.ROOT,
              "{\"id\":\"%s\",\"title\":\"tale %d\",\"description\":\"word%d\",\"author\":\"Writer %d\","
                  + "\"genre\":\"sea\",\"category\":\"%s\",\"brand\":\"acme\",\"kind\":\"%s\","
                  + "\"price\":%d,\"stock\":%d,\"pages\":%d}%n",
              i == 0 ? "voucher" : "i" + i,
              i,
              i % 5,
              i % 4,
              i % 2 == 0 ? "garden" : "house",
              i < 20 ? "books" : "films",
              5 + i,
              i % 3,
              100 + i));
    }
    return lines.toString();
  }

  private static String events() {
    StringBuilder lines = new StringBuilder("user,item,type,timestamp\n");
    for (int user = 0; user < 40; user++) {
      for (int i = 1; i < 40; i++) {
        if ((i * 7 + user * 3) % 5 < 2) {
          lines.append("u" + user + ",i" + i + "," + (i % 4 == 0 ? "purchase" : "view") + ",");
          lines.append(1_780_000_000L + user * 100L + i * 86_400L).append('\n');
        }
      }
    }
    return lines.toString();
  }

  @ParameterizedTest
  @MethodSource("json")
  void jsonIsWhatItLooksLike(Snippet snippet) throws IOException {
    List<JsonNode> objects = new ArrayList<>();
    for (String part : snippet.text.split("(?m)^(POST|PUT|GET|DELETE) \\S+$")) {
      if (!part.isBlank()) {
        objects.add(JSON.readTree(part.startsWith("\"") ? "{" + part + "}" : part));
      }
    }
    assertThat(objects).isNotEmpty();
    for (JsonNode object : objects) {
      ObjectNode profile =
          (ObjectNode)
              JSON.readTree(
                  "{\"retrievers\":[{\"all\":{}}],\"signals\":[{\"signal\":{\"text\":{}}}]}");
      if (object.has("arrangers")) {
        profile.set("arrangers", object.get("arrangers"));
      } else if (object.has("newcomers")) {
        profile.putArray("arrangers").add(object);
      } else if (object.has("signal")) {
        profile.putArray("signals").add(object);
      }
      assertThatCode(() -> Profile.parse("snippet", profile)).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @MethodSource("java")
  void javaCompiles(Snippet snippet) throws IOException {
    String source =
        """
        import dev.kindred.*;
        import dev.kindred.request.*;
        import dev.kindred.tools.build.*;
        import dev.kindred.tools.evaluate.metric.*;
        import dev.kindred.tools.evaluate.task.*;
        import dev.kindred.tools.read.*;
        import dev.kindred.tools.rehearse.*;
        import dev.kindred.tools.tune.weights.*;
        import java.nio.file.Path;
        import java.time.InstantSource;

        class Copied {
          void run(InstantSource clock, int threads, Path folder, Rehearsal.Setting setting, Task task,
              Metric metric, Profile home, Profile fitted, dev.kindred.tools.evaluate.Progress progress) throws Exception {
        %s
          }
        }
        """
            .formatted(snippet.text);
    Path file = Files.writeString(work.resolve("Copied.java"), source);
    StringWriter said = new StringWriter();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  List.of("-proc:none", "-cp", classPath(), "-d", work.toString()),
                  null,
                  files.getJavaFileObjects(file))
              .call();
      assertThat(compiled).as(said + source).isTrue();
    }
  }

  private static String classPath() {
    return Stream.of(
            Recommender.class,
            IndexBuilder.class,
            Explanation.class,
            JsonNode.class,
            JsonCreator.class,
            JsonParser.class)
        .map(type -> Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
