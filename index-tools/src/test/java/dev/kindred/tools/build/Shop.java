package dev.kindred.tools.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Recommender;
import dev.kindred.index.Generations;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.tools.read.Inputs;
import dev.kindred.tools.read.config.EventRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A bookshop in files whose answers can be told in advance: four genres, every reader keeps to one
 * of them, with a slip now and then.
 */
final class Shop {
  static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  static final List<String> GENRES = List.of("gothic", "voyage", "crime", "romance");
  static final int BOOKS_A_GENRE = 30;
  static final int READERS = 80;
  private static final int EVENTS_A_READER = 12;
  private static final List<String> NOUNS =
      List.of("castle", "island", "letter", "garden", "storm", "harbour", "mirror", "orchard");

  private final Path items;
  private final Path events;
  private final Path index;

  private Shop(Path folder) {
    items = folder.resolve("items.jsonl");
    events = folder.resolve("events.csv");
    index = folder.resolve("index");
  }

  /** The shop whose files are in that folder already. */
  static Shop at(Path folder) {
    return new Shop(folder);
  }

  static Shop in(Path folder) throws IOException {
    Shop shop = new Shop(folder);
    Files.write(shop.items, catalogue());
    Files.write(shop.events, log());
    return shop;
  }

  static String book(int genre, int number) {
    return GENRES.get(genre) + number;
  }

  static String genreOf(String itemId) {
    return itemId.replaceAll("[0-9]+$", "");
  }

  static String reader(int number) {
    return "reader" + number;
  }

  private static List<String> catalogue() {
    List<String> lines = new ArrayList<>();
    for (int number = 0; number < BOOKS_A_GENRE; number++) {
      for (int genre = 0; genre < GENRES.size(); genre++) {
        String noun = NOUNS.get((number + genre) % NOUNS.size());
        lines.add(
            """
            {"id":"%s","title":"the %s %s","description":"a %s tale of the %s","subjects":["%s"],"price":%d,"published":"%d-05-01"}"""
                .formatted(
                    book(genre, number),
                    GENRES.get(genre),
                    noun,
                    GENRES.get(genre),
                    noun,
                    GENRES.get(genre),
                    5 + number,
                    1990 + number));
      }
    }
    return lines;
  }

  private static List<String> log() {
    SplittableRandom random = new SplittableRandom(7);
    List<String> lines = new ArrayList<>();
    lines.add("user,item,type,value,timestamp");
    for (int reader = 0; reader < READERS; reader++) {
      for (int i = 0; i < EVENTS_A_READER; i++) {
        boolean slip = random.nextInt(10) == 0;
        int genre = slip ? random.nextInt(GENRES.size()) : reader % GENRES.size();
        int famous = random.nextInt(1, BOOKS_A_GENRE + 1);
        int number = random.nextInt(famous);
        Instant time = NOW.minusSeconds(86_400L * random.nextInt(1, 200));
        lines.add(reader(reader) + "," + book(genre, number) + ",view,1," + time);
      }
    }
    return lines;
  }

  Path items() {
    return items;
  }

  Path events() {
    return events;
  }

  Path index() {
    return index;
  }

  /** The usual models, small, in the usual number of threads. */
  BuildSpec spec() {
    return spec(models("popularity", "trend", "content", "preference", "itemknn", "ease", "als"));
  }

  BuildSpec spec(Map<String, Map<String, String>> models) {
    return spec(models, Map.of());
  }

  BuildSpec spec(Map<String, Map<String, String>> models, Map<String, JsonNode> profiles) {
    return new BuildSpec(
        index,
        Optional.of(Inputs.STRICT.items(items)),
        Optional.of(Inputs.STRICT.events(events)),
        EventRules.COMMON,
        models,
        profiles,
        NOW,
        42,
        2);
  }

  static Map<String, Map<String, String>> models(String... names) {
    Map<String, Map<String, String>> models = new LinkedHashMap<>();
    for (String name : names) {
      models.put(name, name.equals("als") ? Map.of("factors", "8", "iterations", "5") : Map.of());
    }
    return models;
  }

  BuildReport build() throws IOException {
    return build(spec());
  }

  static BuildReport build(BuildSpec spec) throws IOException {
    return new IndexBuilder(BuildListener.NONE).build(spec);
  }

  Recommender open() throws IOException {
    return Recommender.open(index, InstantSource.fixed(NOW));
  }

  Path current() throws IOException {
    try (Generations generations = Generations.at(index)) {
      return generations.current();
    }
  }

  static List<String> ids(Recommender shop, Request request) throws IOException {
    return shop.recommend(request).items().stream().map(Scored::itemId).toList();
  }

  /** Ids with scores to the last bit. */
  static Map<String, Float> scores(Recommender shop, Request request) throws IOException {
    Map<String, Float> scores = new LinkedHashMap<>();
    shop.recommend(request).items().forEach(item -> scores.put(item.itemId(), item.score()));
    return scores;
  }

  /** A profile of one model, unfitted, as it would stand in a configuration. */
  static Map<String, JsonNode> json(String profile, String model) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putArray("retrievers").addObject().putObject("model").put("model", model);
    json.putArray("signals").addObject().putObject("signal").putObject("model").put("model", model);
    return Map.of(profile, json);
  }
}
