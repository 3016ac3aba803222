package dev.kindred.examples.bookshop;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.Profiles;
import dev.kindred.Recommender;
import dev.kindred.Resolver;
import dev.kindred.data.EventWeights;
import dev.kindred.data.Item;
import dev.kindred.model.Fields;
import dev.kindred.tools.build.BuildListener;
import dev.kindred.tools.build.BuildSpec;
import dev.kindred.tools.build.IndexBuilder;
import dev.kindred.tools.cli.Json;
import dev.kindred.tools.read.config.EventColumns;
import dev.kindred.tools.read.config.EventRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds the shop's index when it is missing or was built from something else.
 *
 * @param folder the index folder
 * @param catalogue what the shop has
 */
record ShopBuild(Path folder, Catalogue catalogue) {
  /** Changes when readers or the build change, so that indexes of before are built again. */
  private static final String EDITION = "3";

  /** The ranking that a bandit arranges. */
  static final String EXPLORING = "discover";

  /** The day after the last simulated event: the same for ever, so that builds can be compared. */
  private static final Instant VERSION = Instant.parse("2026-09-01T00:00:00Z");

  private static final long SEED = 42;

  /** To look at something says less than to like it. */
  private static final EventRules EVENTS =
      new EventRules(
          EventColumns.COMMON,
          new EventWeights(Map.of(Resolver.LIKE, 2.0, Resolver.UNLIKE, 2.0)),
          Optional.empty(),
          Optional.empty());

  private static final Map<String, Map<String, String>> MODELS =
      Map.of(
          "popularity", Map.of(),
          "content", Map.of("keywords", "author,subjects,series"),
          "itemknn", Map.of("neighbours", "50"),
          "als", Map.of("factors", "32"),
          "preference", Map.of("field", Catalogue.DOMAIN));

  private Path origin() {
    return folder.resolve("built-from");
  }

  /** Whether there is an index of these books that this release can open. */
  boolean isCurrent() throws IOException {
    if (Files.notExists(origin()) || !Files.readString(origin()).equals(digest())) {
      return false;
    }
    try (Recommender recommender = Recommender.open(folder)) {
      return recommender.size() > 0;
    } catch (IOException | IllegalStateException | IllegalArgumentException e) {
      return false;
    }
  }

  void run() throws IOException {
    Files.createDirectories(folder);
    Files.deleteIfExists(origin());
    Evaluation.forget(folder);
    Readers readers = new Readers(catalogue);
    int threads = Runtime.getRuntime().availableProcessors();
    BuildSpec spec =
        new BuildSpec(
            folder,
            Optional.of(catalogue),
            Optional.of(readers),
            EVENTS,
            MODELS,
            Map.of(Profiles.SIMILAR, similar(), EXPLORING, exploring()),
            VERSION,
            SEED,
            threads);
    new IndexBuilder(BuildListener.NONE).build(spec);
    Files.writeString(origin(), digest());
  }

  /**
   * With so few readers, what a book is about says more than who took it; and who asks for more
   * like a book looks for books first, films of it or not.
   */
  private static JsonNode similar() {
    return Json.tree(
        Map.of(
            "retrievers",
            List.of(retriever("content"), retriever("itemknn")),
            "signals",
            List.of(
                signal("content", 1),
                signal("itemknn", 0.8),
                signal("als", 0.3),
                signal("preference", 0.5))));
  }

  /** As for a reader, but Thompson sampling orders the best twenty by what came of showing them. */
  private static JsonNode exploring() {
    Map<String, Object> popular = Map.of("popularity", Map.of("field", Fields.of("popularity")));
    return Json.tree(
        Map.of(
            "retrievers",
            List.of(
                retriever("itemknn"),
                retriever("als"),
                retriever("content"),
                Map.of("popular", Map.of("field", Fields.of("popularity")))),
            "signals",
            List.of(
                signal("itemknn", 0.4),
                signal("als", 0.2),
                signal("content", 0.05),
                Map.of("name", "popularity", "signal", popular, "weight", 0.03)),
            "arrangers",
            List.of(
                Map.of(
                    "thompson",
                    Map.of("bandit", EXPLORING, "pool", 20, "half_life", "P30D", "draws", 400)))));
  }

  private static Map<String, Object> retriever(String model) {
    return Map.of("model", Map.of("model", model));
  }

  private static Map<String, Object> signal(String model, double weight) {
    return Map.of(
        "name", model, "signal", Map.of("model", Map.of("model", model)), "weight", weight);
  }

  private String digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(EDITION.getBytes(StandardCharsets.UTF_8));
      for (Item item : catalogue) {
        sha.update(Json.line(Json.tree(item)).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
