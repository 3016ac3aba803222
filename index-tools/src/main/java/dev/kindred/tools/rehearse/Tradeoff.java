package dev.kindred.tools.rehearse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Profile;
import dev.kindred.Recommender;
import dev.kindred.arrange.Arranger;
import dev.kindred.arrange.Arrangers;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import dev.kindred.rank.Part;
import dev.kindred.rank.Signals;
import dev.kindred.tools.evaluate.Evaluator;
import dev.kindred.tools.evaluate.Result;
import dev.kindred.tools.evaluate.ServingAnswerer;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What variety costs: one profile measured with arrangers of rising strength, through the serving
 * path.
 *
 * @param served an index that has not seen the task's queries
 * @param evaluator what is measured, and with how many threads
 */
public record Tradeoff(Rehearsal served, Task task, Evaluator evaluator) {
  private static final double[] STRENGTHS = {0, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9};

  /** What is traded accuracy for. */
  public enum Against {
    /** Other items on one page: arrangers that look at keyword fields. */
    DIVERSITY,
    /** Less popular items: a weight below zero for the demand signals. */
    POPULARITY
  }

  /**
   * One measurement.
   *
   * @param way how it was varied, such as {@code dpp}
   * @param strength from 0, the profile as it is without arrangers
   */
  public record Point(String way, double strength, Result result) {}

  /**
   * Measures every way at every strength; strength 0 once a way, for curves to start from.
   *
   * @throws IllegalArgumentException when the profile or the catalogue has nothing to vary
   */
  public List<Point> measure(Profile profile, Against against, List<String> keywords)
      throws IOException {
    Map<String, List<Profile>> ways = new LinkedHashMap<>();
    if (against == Against.DIVERSITY) {
      arranged(profile, keywords).forEach(ways::put);
    } else {
      ways.put("popularity", unpopular(profile));
    }
    List<Point> points = new ArrayList<>();
    List<Profile> all = ways.values().stream().flatMap(List::stream).toList();
    try (Recommender recommender = served.recommender(all)) {
      for (Map.Entry<String, List<Profile>> way : ways.entrySet()) {
        for (int i = 0; i < STRENGTHS.length; i++) {
          Profile varied = way.getValue().get(i);
          Result result =
              evaluator.evaluate(
                  varied.name(), task, new ServingAnswerer(recommender, varied.name(), task));
          points.add(new Point(way.getKey(), STRENGTHS[i], result));
        }
      }
    }
    return points;
  }

  private Map<String, List<Profile>> arranged(Profile profile, List<String> keywords) {
    if (keywords.isEmpty()) {
      throw new IllegalArgumentException(
          "the catalogue has no keyword fields that would say which items are alike");
    }
    Map<String, List<Profile>> ways = new LinkedHashMap<>();
    for (String way : List.of("diversity", "dpp")) {
      ways.put(
          way,
          varied(profile, way, parameters -> keywords.forEach(parameters.putArray("fields")::add)));
    }
    for (Model model : served.models().values()) {
      Manifest manifest = model.manifest();
      if (manifest.kind().equals("preference")) {
        String field = String.valueOf(manifest.trainer().get("field"));
        ways.put(
            "calibrated, " + field,
            varied(
                profile,
                "calibrated",
                parameters -> parameters.put("model", manifest.name()).put("field", field)));
      }
    }
    return ways;
  }

  private interface Filling {
    void in(ObjectNode parameters);
  }

  private static List<Profile> varied(Profile profile, String kind, Filling filling) {
    List<Profile> profiles = new ArrayList<>();
    for (double strength : STRENGTHS) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      ObjectNode parameters = json.putObject(kind).put("strength", strength);
      filling.in(parameters);
      List<Arranger> arrangers = List.of(Arrangers.JSON.read(json));
      String name = kind + json.hashCode() + "-" + strength;
      profiles.add(profile.named(name).arrangedBy(arrangers));
    }
    return profiles;
  }

  private static List<Profile> unpopular(Profile profile) {
    double largest =
        profile.signals().stream().mapToDouble(part -> Math.abs(part.weight())).max().orElse(1);
    List<Profile> profiles = new ArrayList<>();
    boolean found = false;
    for (double strength : STRENGTHS) {
      List<Part> parts = new ArrayList<>();
      for (Part part : profile.signals()) {
        boolean demand = Signals.JSON.write(part.signal()).has("popularity");
        found |= demand;
        parts.add(demand ? part.weighing(part.weight() - strength * largest) : part);
      }
      profiles.add(profile.withSignals(parts).named("popularity-" + strength));
    }
    if (!found) {
      throw new IllegalArgumentException(
          "profile '"
              + profile.name()
              + "' has no popularity signal whose weight could be lowered");
    }
    return profiles;
  }
}
