package dev.kindred.examples.bookshop.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.Recommender;
import dev.kindred.examples.bookshop.Bookshop;
import dev.kindred.examples.bookshop.TestShop;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.tools.cli.Console;
import dev.kindred.tools.cli.Kindred;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.lucene.search.Explanation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page offers to copy is run, and answers as the page does. */
class CodeTest {
  private static Bookshop shop;
  @TempDir private Path work;

  @BeforeAll
  static void open() throws IOException {
    shop = TestShop.open();
  }

  @AfterAll
  static void close() throws IOException {
    shop.close();
  }

  static Stream<Request> requests() {
    return Stream.of(
        Request.search("it's \"1984\" \\ & <b>").forUser("reader-gothic").withSeen().size(7),
        Request.search("vampires").filter("subjects", "=", "science fiction").from(1).size(3),
        Request.like("dracula").filter("domain", "=", "films").profile("itemknn").size(5),
        Request.user("reader-space").filter("published", ">=", 1800).diversity(0.5).size(12),
        Request.user("reader-sea").profile("discover").seed(17).size(8));
  }

  private static List<String> ids(Recommendations page) {
    return page.items().stream().map(Scored::itemId).toList();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void theJavaCallCompilesAndAnswersTheSame(Request request) throws Exception {
    String source =
        "import dev.kindred.Recommender; import dev.kindred.request.*;\n"
            + "public class Snippet implements"
            + " java.util.function.Function<Recommender, Recommendations> {\n"
            + "public Recommendations apply(Recommender shop) { try {\n"
            + new Code(request, shop.folder()).java()
            + "\nreturn page; } catch (java.io.IOException e) { throw new"
            + " java.io.UncheckedIOException(e); } } }\n";
    Path file = Files.writeString(work.resolve("Snippet.java"), source);
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                classPath(),
                "-d",
                work.toString(),
                file.toString());
    assertThat(code).as(source).isZero();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {work.toUri().toURL()}, CodeTest.class.getClassLoader())) {
      @SuppressWarnings("unchecked")
      var call =
          (Function<Recommender, Recommendations>)
              loader.loadClass("Snippet").getDeclaredConstructor().newInstance();
      assertThat(ids(call.apply(shop.recommender())))
          .isEqualTo(ids(shop.recommender().recommend(request)));
    }
  }

  /** Of the library and what its methods mention, whatever started the tests. */
  private static String classPath() {
    return Stream.of(Recommender.class, Explanation.class, JsonNode.class, JsonCreator.class)
        .map(type -> Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void theCommandAnswersTheSame(Request request) throws Exception {
    List<String> words = shellWords(new Code(request, shop.folder()).commandLine());
    assertThat(words.getFirst()).isEqualTo("./kindred");
    List<String> args = new ArrayList<>(words.subList(1, words.size()));
    args.add("--json");
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(out), new PrintWriter(err), false, InstantSource.system(), Map.of());
    int code = Kindred.run(console, List.of(), args.toArray(String[]::new));
    assertThat(code).as(err.toString()).isZero();
    List<String> ids = new ArrayList<>();
    JsonNode json = new ObjectMapper().readTree(out.toString());
    json.get("items").forEach(item -> ids.add(item.get("id").asText()));
    assertThat(ids).isEqualTo(ids(shop.recommender().recommend(request)));
  }

  /** As a POSIX shell splits words in single quotes. */
  private static List<String> shellWords(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = Pattern.compile("(?:'[^']*'|\\\\.|[^\\s'\\\\])+").matcher(line);
    while (word.find()) {
      words.add(
          Pattern.compile("'([^']*)'|\\\\(.)")
              .matcher(word.group())
              .replaceAll(
                  m -> Matcher.quoteReplacement(m.group(1) == null ? m.group(2) : m.group(1))));
    }
    return words;
  }

  @Test
  void theClusterIsAskedWithQueriesOfItsOwn() throws Exception {
    Request request =
        Request.user("reader-space")
            .filter("domain", "=", "films")
            .filter("published", ">=", -4000)
            .filter("published", "<=", 499)
            .seed(17)
            .diversity(0.5);
    String[] parts = new Code(request, shop.folder()).openSearch().split("\n", 2);
    assertThat(parts[0]).isEqualTo("POST /_plugins/_kindred/bookshop/_recommend");
    assertThat(URI.create(parts[0].split(" ")[1]).getPath()).isEqualTo(parts[0].split(" ")[1]);
    JsonNode body = new ObjectMapper().readTree(parts[1]);
    assertThat(body.fieldNames())
        .toIterable()
        .containsExactly("user", "filter", "seed", "diversity", "from", "size", "explain");
    JsonNode filters = body.get("filter").get("bool").get("filter");
    assertThat(filters.get(0).toString()).isEqualTo("{\"term\":{\"domain\":\"films\"}}");
    assertThat(filters.get(2).toString())
        .isEqualTo("{\"range\":{\"published\":{\"lte\":\"0499\"}}}");
  }
}
