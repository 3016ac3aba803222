package dev.kindred.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.Profile;
import dev.kindred.Recommender;
import dev.kindred.arrange.Arranger;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import dev.kindred.retrieve.Proposal;
import dev.kindred.retrieve.Retriever;
import dev.kindred.tools.cli.Console;
import dev.kindred.tools.cli.Kindred;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kinds of an application's own, named by profiles as JSON and YAML. */
class ExtensionsTest {
  private static final Path GUIDE = Path.of("../docs/guide/extending.md");

  @TempDir private Path folder;

  /** The best {@code top} items in the opposite order. */
  record Backwards(int top) implements Arranger {
    @Override
    public int pool(Request request) {
      return top;
    }

    @Override
    public List<Scored> arrange(List<Scored> ranked, ResolvedRequest request) {
      return ranked.reversed();
    }
  }

  /** What profiles call it. */
  public static final class BackwardsKind implements Arranger.Kind {
    @Override
    public String name() {
      return "backwards";
    }

    @Override
    public Class<Backwards> type() {
      return Backwards.class;
    }
  }

  /** Items with that word in that field. */
  record OfOne(String field, String value) implements Retriever {
    @Override
    public Proposal propose(ResolvedRequest request, int depth) {
      return Proposal.byScore(new TermQuery(new Term(field, value)));
    }
  }

  /** What profiles call it. */
  public static final class OfOneKind implements Retriever.Kind {
    @Override
    public String name() {
      return "of_one";
    }

    @Override
    public Class<OfOne> type() {
      return OfOne.class;
    }
  }

  private static String fence(String language) throws IOException {
    String guide = Files.readString(GUIDE);
    int from = guide.indexOf("```" + language + "\n") + language.length() + 4;
    return guide.substring(from, guide.indexOf("```", from));
  }

  @Test
  void aProfileInJsonNamesThemAndWritesThemBack() throws IOException {
    JsonNode json =
        new ObjectMapper()
            .readTree(
                """
                {"retrievers": [{"of_one": {"field": "genre", "value": "sea"}}],
                 "signals": [{"name": "fits", "signal": {"fits": {"field": "pages",
                   "minutes_each": 1.5}}}],
                 "arrangers": [{"backwards": {"top": 5}}]}
                """);
    Profile profile = Profile.parse("evening", json);
    assertThat(profile.retrievers()).containsExactly(new OfOne("genre", "sea"));
    assertThat(profile.arrangers()).containsExactly(new Backwards(5));
    assertThat(profile.signals().getFirst().signal()).isEqualTo(new CustomSignal("pages", 1.5));
    assertThat(Profile.parse("evening", profile.toJson())).isEqualTo(profile);
    assertThatThrownBy(
            () ->
                Profile.parse(
                    "evening",
                    new ObjectMapper().readTree("{\"signals\": [{\"signal\": {\"fit\": {}}}]}")))
        .hasMessageContaining("did you mean fits?");
  }

  private static int kindred(StringWriter err, String... args) {
    Console console =
        new Console(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err, true),
            false,
            InstantSource.fixed(Instant.parse("2026-06-01T00:00:00Z")),
            Map.of());
    return Kindred.run(console, List.of(), args);
  }

  /** The configuration of the guide, as it stands there. */
  @Test
  void anIndexIsBuiltAndServedWithASignalOfOnesOwn() throws IOException {
    StringBuilder items = new StringBuilder("id,title,genre,pages\n");
    StringBuilder events = new StringBuilder("user,item,timestamp\n");
    for (int i = 0; i < 30; i++) {
      items.append("b").append(i).append(",book ").append(i).append(",sea,");
      items.append(20 * (i + 1)).append('\n');
      events.append("u").append(i % 7).append(",b").append(i);
      events.append(",2026-05-").append(10 + i % 9).append("T00:00:00Z\n");
    }
    Path config = Files.writeString(folder.resolve("kindred.yaml"), fence("yaml"));
    Path index = folder.resolve("index");
    StringWriter err = new StringWriter();
    int code =
        kindred(
            err,
            "build",
            "--items",
            Files.writeString(folder.resolve("items.csv"), items).toString(),
            "--events",
            Files.writeString(folder.resolve("events.csv"), events).toString(),
            "--models",
            "popularity",
            "--config",
            config.toString(),
            "--out",
            index.toString());
    assertThat(code).as(err.toString()).isZero();
    try (Recommender open = Recommender.open(index)) {
      // Of 20, 40, 60 pages and so on two take no more than an hour.
      Request evening = Request.EMPTY.profile("evening").context(Map.of("minutes", "60")).size(2);
      List<Scored> page = open.recommend(evening).items();
      assertThat(page).extracting(item -> item.signals().get("fits")).containsOnly(1.0);
      assertThat(page).allMatch(item -> ((Number) item.fields().get("pages")).intValue() <= 40);
      assertThat(page.getFirst().score())
          .isEqualTo(open.explain(evening, page.getFirst().itemId()).explanation().getValue());
    }
  }

  @Test
  void theGuideShowsTheFilesThatRun() throws IOException {
    String services =
        new String(
            CustomSignal.class
                .getResourceAsStream("/META-INF/services/dev.kindred.rank.Signal$Kind")
                .readAllBytes(),
            StandardCharsets.UTF_8);
    assertThat(Files.readString(GUIDE)).contains("```\n" + services + "```");
    String source =
        Files.readString(Path.of("src/main/java/dev/kindred/examples/CustomSignal.java"));
    String kind = source.substring(source.indexOf("  public static final class Kind"));
    assertThat(Files.readString(GUIDE))
        .contains(kind.substring(0, kind.indexOf("\n  }\n") + 4).stripIndent());
  }
}
