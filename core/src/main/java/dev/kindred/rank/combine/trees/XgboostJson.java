package dev.kindred.rank.combine.trees;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.internal.registry.Polymorphic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * XGBoost's JSON form, versions 1.3 to 3: {@code learner.gradient_booster.model.trees}, each of
 * parallel arrays. Values are floats and go left when they are below the float threshold; missing
 * ones go where {@code default_left} says; sums are floats.
 */
final class XgboostJson {
  /** Objectives whose output is the sum itself, and {@code base_score} a part of it. */
  private static final Set<String> PLAIN =
      Set.of(
          "rank:ndcg",
          "rank:pairwise",
          "rank:map",
          "reg:squarederror",
          "reg:absoluteerror",
          "reg:pseudohubererror",
          "binary:logitraw");

  /** Objectives whose {@code base_score} is a probability; ours is the sum before the logistic. */
  private static final Set<String> LOGISTIC = Set.of("binary:logistic", "reg:logistic");

  private final String file;

  XgboostJson(String file) {
    this.file = file;
  }

  TreeModel read(String text) {
    JsonNode learner = need(parse(text), "learner", "learner");
    JsonNode booster = need(learner, "gradient_booster", "learner.gradient_booster");
    String kind = booster.path("name").asText("gbtree");
    String objective = learner.path("objective").path("name").asText();
    JsonNode shape = need(learner, "learner_model_param", "learner.learner_model_param");
    if (!kind.equals("gbtree") || shape.path("num_class").asInt() > 1) {
      throw wrong(
          "learner.gradient_booster.name",
          kind
              + " of "
              + shape.path("num_class").asText()
              + " classes, expected a gbtree of one score");
    }
    String model = "learner.gradient_booster.model";
    JsonNode trees = need(need(booster, "model", model), "trees", model + ".trees");
    int features = shape.path("num_feature").asInt();
    ForestBuilder forest = new ForestBuilder(true, features);
    for (int i = 0; i < trees.size(); i++) {
      add(forest, trees.get(i), model + ".trees[" + i + "]");
    }
    List<String> names = new ArrayList<>();
    learner.path("feature_names").forEach(name -> names.add(name.asText()));
    if (!names.isEmpty() && names.size() != features) {
      throw wrong("learner.feature_names", "has " + names.size() + " names, expected " + features);
    }
    return new TreeModel(
        "xgboost " + objective, names, forest.build(base(objective, shape.path("base_score"))));
  }

  private JsonNode parse(String text) {
    try {
      return Polymorphic.json().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s:%d:%d: %s; save the booster as JSON",
              file,
              e.getLocation().getLineNr(),
              e.getLocation().getColumnNr(),
              e.getOriginalMessage()),
          e);
    }
  }

  /** From version 3 on an array of one. */
  private double base(String objective, JsonNode text) {
    String at = "learner.learner_model_param.base_score";
    float base;
    try {
      base = Float.parseFloat(text.asText().replaceAll("[\\[\\]]", ""));
    } catch (NumberFormatException e) {
      throw wrong(at, "\"" + text.asText() + "\" is no number");
    }
    if (PLAIN.contains(objective)) {
      return base;
    }
    if (LOGISTIC.contains(objective)) {
      return (float) -Math.log(1 / base - 1);
    }
    throw wrong(
        "learner.objective.name",
        "\""
            + objective
            + "\", expected one of "
            + PLAIN.stream().sorted().toList()
            + " or "
            + LOGISTIC.stream().sorted().toList());
  }

  private void add(ForestBuilder forest, JsonNode tree, String at) {
    int[] left = ints(tree, "left_children", at, -1);
    int[] right = ints(tree, "right_children", at, left.length);
    int[] asked = ints(tree, "split_indices", at, left.length);
    int[] defaults = ints(tree, "default_left", at, left.length);
    float[] conditions = floats(tree, "split_conditions", at, left.length);
    float[] cover = floats(tree, "sum_hessian", at, left.length);
    JsonNode kinds = tree.path("split_type");
    for (int i = 0; i < kinds.size(); i++) {
      if (kinds.get(i).asInt() != 0) {
        throw wrong(at + ".split_type", "node " + i + " is categorical; signals are numbers");
      }
    }
    int[] place = new int[left.length];
    int size = 0;
    int leaves = 0;
    for (int i = 0; i < left.length; i++) {
      place[i] = left[i] < 0 ? ~leaves++ : size++;
    }
    int[] features = new int[size];
    double[] thresholds = new double[size];
    boolean[] nanLeft = new boolean[size];
    int[] lefts = new int[size];
    int[] rights = new int[size];
    double[] values = new double[leaves];
    double[] covers = new double[leaves];
    for (int i = 0; i < left.length; i++) {
      int p = place[i];
      if (p < 0) {
        values[~p] = conditions[i];
        covers[~p] = cover[i];
      } else {
        features[p] = asked[i];
        thresholds[p] = Thresholds.below(conditions[i]);
        nanLeft[p] = defaults[i] != 0;
        lefts[p] = child(place, left[i], at);
        rights[p] = child(place, right[i], at);
      }
    }
    try {
      forest.add(new SourceTree(features, thresholds, nanLeft, lefts, rights, values, covers));
    } catch (IllegalArgumentException e) {
      throw wrong(at, "is no tree: " + e.getMessage());
    }
  }

  private int child(int[] place, int child, String at) {
    if (child < 0 || child >= place.length) {
      throw wrong(at, "a child is " + child + " of " + place.length + " nodes");
    }
    return place[child];
  }

  private JsonNode need(JsonNode parent, String key, String path) {
    JsonNode child = parent.path(key);
    if (child.isMissingNode()) {
      throw wrong(path, "is missing; expected a model that XGBoost saved as JSON");
    }
    return child;
  }

  /**
   * @param length as many as expected; -1 for any
   */
  private int[] ints(JsonNode tree, String key, String at, int length) {
    JsonNode array = array(tree, key, at, length);
    int[] values = new int[array.size()];
    for (int i = 0; i < values.length; i++) {
      JsonNode value = array.get(i);
      values[i] = value.isBoolean() ? (value.asBoolean() ? 1 : 0) : value.asInt();
    }
    return values;
  }

  private float[] floats(JsonNode tree, String key, String at, int length) {
    JsonNode array = array(tree, key, at, length);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) array.get(i).asDouble();
    }
    return values;
  }

  private JsonNode array(JsonNode tree, String key, String at, int length) {
    JsonNode array = need(tree, key, at + "." + key);
    if (!array.isArray() || (length >= 0 && array.size() != length)) {
      throw wrong(
          at + "." + key,
          "has " + array.size() + " values, expected " + (length < 0 ? "an array" : length));
    }
    for (JsonNode value : array) {
      if (!value.isNumber() && !value.isBoolean()) {
        throw wrong(at + "." + key, value + " is no number");
      }
    }
    return array;
  }

  private IllegalArgumentException wrong(String path, String what) {
    return new IllegalArgumentException(file + ": " + path + ": " + what);
  }
}
