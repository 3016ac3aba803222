package dev.kindred.examples.bookshop.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Profile;
import dev.kindred.examples.bookshop.Bookshop;
import dev.kindred.rank.Part;
import dev.kindred.request.Recommendations.Reason;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.tools.cli.Json;
import dev.kindred.tools.cli.Words;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.search.Explanation;

/**
 * What each signal of a profile adds to an item's score: numbers that sum to the score, because
 * they are those of its explanation, and the reason in words.
 */
final class Contributions {
  private final Profile profile;
  private final Bookshop shop;
  private final Words words;

  /**
   * @param seeds the items that the request asks for more like
   */
  Contributions(Profile profile, Bookshop shop, List<String> seeds) {
    this.profile = profile;
    this.shop = shop;
    this.words = Words.forSeeds(seeds.stream().map(this::title).toList());
  }

  /** One entry a signal, in the profile's order. */
  ArrayNode of(Scored item) {
    Map<String, Reason> reasons =
        item.reasons().stream().collect(Collectors.toMap(Reason::signal, Function.identity()));
    ArrayNode all = of(item.explanation());
    for (var entry : all) {
      Reason reason = reasons.get(entry.get("signal").asText());
      ((ObjectNode) entry).put("words", reason == null ? null : words.of(List.of(titled(reason))));
    }
    return all;
  }

  /** The same for an explanation without reasons. */
  ArrayNode of(Explanation score) {
    Explanation[] summands = sum(score).getDetails();
    List<Part> parts = profile.signals();
    ArrayNode all = Json.object().putArray("contributions");
    for (int i = 0; i < parts.size(); i++) {
      all.add(contribution(parts.get(i), summands[i]));
    }
    return all;
  }

  /** The sum of signals, below a clamp where there is one. */
  private Explanation sum(Explanation score) {
    Explanation[] details = score.getDetails();
    int signals = profile.signals().size();
    if (details.length == 1 && signals != 1) {
      return details[0];
    }
    if (details.length != signals) {
      throw new IllegalStateException(
          "an explanation with " + details.length + " summands for " + signals + " signals");
    }
    return score;
  }

  private static ObjectNode contribution(Part part, Explanation summand) {
    ObjectNode json = Json.object();
    json.put("signal", part.name());
    json.put("weight", part.weight());
    json.put("value", summand.getDetails()[1].getValue().doubleValue());
    json.put("contribution", summand.getValue().doubleValue());
    return json;
  }

  private Reason titled(Reason reason) {
    return new Reason(
        reason.signal(), reason.because().stream().map(this::title).toList(), reason.share());
  }

  private String title(String id) {
    return shop.item(id).map(item -> item.text("title")).orElse(id);
  }
}
