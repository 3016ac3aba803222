package dev.kindred.rank.combine.trees;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A model that a library trained, rows, and what the library itself predicts of them; written by
 * {@code kindred bench trees --fixtures}.
 */
record Fixture(String name, TreeModel model, double[][] rows, double[] expected) {
  static final List<String> ALL =
      List.of(
          "lightgbm-lambdarank.txt",
          "lightgbm-zero-missing.txt",
          "lightgbm-none-missing.txt",
          "lightgbm-averaged.txt",
          "lightgbm-single-leaf.txt",
          "xgboost-ndcg.json",
          "xgboost-logistic.json",
          "ranklib-lambdamart.xml");

  static Fixture of(String name) {
    List<String> lines = text(name + ".csv").lines().toList();
    double[][] rows = new double[lines.size()][];
    double[] expected = new double[lines.size()];
    for (int i = 0; i < rows.length; i++) {
      double[] values =
          Arrays.stream(lines.get(i).split(",")).mapToDouble(Double::parseDouble).toArray();
      rows[i] = Arrays.copyOf(values, values.length - 1);
      expected[i] = values[values.length - 1];
    }
    return new Fixture(name, TreeFiles.parse(name, text(name)), rows, expected);
  }

  static String text(String name) {
    try (var in = Fixture.class.getResourceAsStream("/trees/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
