package dev.kindred.benchmarks.trees;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes small models of every library, rows, and what the library itself predicts of them: the
 * fixtures that core's readers are tested with. Rows hold missing values, zeros, values next to
 * zero and the thresholds of the trees themselves, where the direction matters.
 */
final class TreeFixtures {
  private static final int WIDTH = 4;
  private static final int EXPECTED = 120;
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE]-?[0-9]+)?");

  private TreeFixtures() {}

  static List<Path> write(Path folder) throws Exception {
    Files.createDirectories(folder);
    List<Path> written = new ArrayList<>();
    for (Map.Entry<String, Trained> one : models().entrySet()) {
      Path model = folder.resolve(one.getKey());
      Files.writeString(model, one.getValue().text());
      written.add(model);
      Path rows = folder.resolve(one.getKey() + ".csv");
      Files.write(rows, lines(one.getValue()));
      written.add(rows);
    }
    return written;
  }

  private static Map<String, Trained> models() throws Exception {
    String shape = "num_leaves=7 min_data_in_leaf=10 ";
    Rows rows = Rows.of(30, WIDTH, 7);
    Map<String, Trained> models = new LinkedHashMap<>();
    models.put(
        "lightgbm-lambdarank.txt", Trained.lightGbm(rows, shape + "objective=lambdarank", 8));
    models.put(
        "lightgbm-zero-missing.txt",
        Trained.lightGbm(rows, shape + "objective=lambdarank zero_as_missing=true", 8));
    models.put(
        "lightgbm-none-missing.txt",
        Trained.lightGbm(rows, shape + "objective=regression use_missing=false", 8));
    models.put(
        "lightgbm-averaged.txt",
        Trained.lightGbm(
            rows,
            shape + "objective=regression boosting=rf bagging_freq=1 bagging_fraction=0.6",
            5));
    models.put(
        "lightgbm-single-leaf.txt",
        Trained.lightGbm(rows, "objective=regression min_data_in_leaf=100000", 2));
    models.put("xgboost-ndcg.json", Trained.xgboost(rows, "rank:ndcg", 3, 8));
    models.put("xgboost-logistic.json", Trained.xgboost(rows, "binary:logistic", 3, 8));
    models.put("ranklib-lambdamart.xml", Trained.rankLib(rows, 7, 8));
    return models;
  }

  /** Values and the prediction, in Java's shortest notation that reads back the same. */
  private static List<String> lines(Trained model) throws Exception {
    List<Double> asked = thresholds(model.text());
    SplittableRandom random = new SplittableRandom(11);
    Rows fresh = Rows.of(EXPECTED / 20, WIDTH, 12);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < fresh.size(); i++) {
      double[] row = fresh.row(i);
      for (int signal = 0; signal < WIDTH; signal++) {
        row[signal] =
            switch (random.nextInt(10)) {
              case 0 -> Double.NaN;
              case 1 -> 0;
              case 2 -> random.nextBoolean() ? 1e-36 : -1e-36;
              case 3, 4 -> asked.isEmpty() ? 1 : asked.get(random.nextInt(asked.size()));
              default -> row[signal];
            };
      }
      StringBuilder line = new StringBuilder();
      for (double value : row) {
        line.append(value).append(',');
      }
      lines.add(line.append(model.judge().predict(row)).toString());
    }
    return lines;
  }

  private static List<Double> thresholds(String text) throws IOException {
    List<Double> found = new ArrayList<>();
    for (String part :
        text.split(text.startsWith("{") ? "\"split_conditions\":|\"split_indices\"" : "\n")) {
      if (part.startsWith("threshold=") || part.startsWith("[") || part.contains("<threshold>")) {
        Matcher numbers = NUMBER.matcher(part);
        while (numbers.find()) {
          double value = Double.parseDouble(numbers.group());
          found.add(text.startsWith("tree") ? value : (double) (float) value);
        }
      }
    }
    return found;
  }
}
