package dev.kindred.benchmarks.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.Recommender;
import dev.kindred.benchmarks.report.Sample;
import dev.kindred.tools.push.Cluster;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Asks the same by several ways in turn, and times each at the client. Not thread-safe. */
final class Overhead {
  /** How a question is asked. */
  enum Way {
    EMBEDDED,
    PLAIN,
    QUERY,
    RECOMMEND
  }

  private final Recommender shop;
  private final Cluster cluster;
  private final String index;
  private final Map<Way, Sample> millis = new EnumMap<>(Way.class);

  Overhead(Recommender shop, Cluster cluster, String index) {
    this.shop = shop;
    this.cluster = cluster;
    this.index = index;
    for (Way way : Way.values()) {
      millis.put(way, new Sample());
    }
  }

  /** Asks every question by every way, so many times; each round begins with another way. */
  void rounds(List<Question> questions, int rounds) throws IOException {
    Way[] ways = Way.values();
    for (int round = 0; round < rounds; round++) {
      for (Question question : questions) {
        for (int i = 0; i < ways.length; i++) {
          time(ways[(round + i) % ways.length], question);
        }
      }
    }
  }

  private void time(Way way, Question question) throws IOException {
    long start = System.nanoTime();
    int found = ask(way, question);
    millis.get(way).add((System.nanoTime() - start) / 1e6);
    if (found == 0) {
      throw new IOException(way + " found nothing for " + question.request());
    }
  }

  private int ask(Way way, Question question) throws IOException {
    return switch (way) {
      case EMBEDDED -> shop.recommend(question.request()).items().size();
      case PLAIN -> search(question.plain());
      case QUERY -> search(question.kindred());
      case RECOMMEND ->
          need("/_plugins/_kindred/" + index + "/_recommend", question.page()).path("items").size();
    };
  }

  private int search(JsonNode body) throws IOException {
    return need("/" + index + "/_search", body).path("hits").path("hits").size();
  }

  private JsonNode need(String path, JsonNode body) throws IOException {
    Cluster.Reply reply = cluster.ask("POST", path, body);
    if (!reply.ok()) {
      throw new IOException(path + ": " + reply.body());
    }
    return reply.body();
  }

  /** Milliseconds of one way. */
  Sample millis(Way way) {
    return millis.get(way);
  }

  /** The median of one way over the sum of the medians of the embedded call and a plain search. */
  double ratio(Way way) {
    return millis.get(way).median()
        / (millis.get(Way.EMBEDDED).median() + millis.get(Way.PLAIN).median());
  }
}
