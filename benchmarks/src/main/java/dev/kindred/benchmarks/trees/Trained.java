package dev.kindred.benchmarks.trees;

import ciir.umass.edu.learning.DenseDataPoint;
import ciir.umass.edu.learning.RankList;
import ciir.umass.edu.learning.tree.LambdaMART;
import ciir.umass.edu.metric.NDCGScorer;
import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * A model that a library trained here.
 *
 * @param library its name
 * @param text the file that it saves
 * @param judge its own prediction of one row
 */
record Trained(String library, String text, Judge judge) {

  /** One row at a time, as a search would ask. */
  interface Judge {
    double predict(double[] row) throws Exception;
  }

  static Trained lightGbm(Rows rows, String parameters, int trees) throws Exception {
    String quiet = " verbosity=-1 num_threads=1 deterministic=true";
    LGBMDataset data =
        LGBMDataset.createFromMat(
            rows.values(), rows.size(), rows.width(), true, parameters + quiet, null);
    data.setFeatureNames(names(rows.width()));
    data.setField("label", rows.labels());
    data.setField("group", rows.groups());
    LGBMBooster booster = LGBMBooster.create(data, parameters + quiet);
    for (int i = 0; i < trees; i++) {
      booster.updateOneIter();
    }
    String text = booster.saveModelToString(0, 0, LGBMBooster.FeatureImportanceType.SPLIT);
    LGBMBooster loaded = LGBMBooster.loadModelFromString(text);
    return new Trained(
        "LightGBM",
        text.substring(0, text.indexOf("\nparameters:") + 1),
        row -> loaded.predictForMatSingleRow(row, PredictionType.C_API_PREDICT_NORMAL));
  }

  static Trained xgboost(Rows rows, String objective, int depth, int trees) throws Exception {
    DMatrix data = new DMatrix(rows.floats(), rows.size(), rows.width(), Float.NaN);
    float[] labels = rows.labels();
    if (objective.endsWith("logistic")) {
      IntStream.range(0, labels.length).forEach(i -> labels[i] = Math.min(1, labels[i]));
    } else {
      data.setGroup(rows.groups());
    }
    data.setLabel(labels);
    Map<String, Object> parameters =
        new HashMap<>(
            Map.of(
                "objective",
                objective,
                "max_depth",
                depth,
                "max_leaves",
                31,
                "tree_method",
                "hist",
                "nthread",
                1,
                "verbosity",
                0));
    Booster booster = XGBoost.train(data, parameters, trees, Map.of(), null, null);
    booster.setFeatureNames(names(rows.width()));
    String text = new String(booster.toByteArray("json"), StandardCharsets.UTF_8);
    return new Trained("XGBoost", text, row -> predict(booster, row));
  }

  private static double predict(Booster booster, double[] row) throws XGBoostError {
    float[] floats = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      floats[i] = (float) row[i];
    }
    return booster
        .inplace_predict(
            floats,
            1,
            row.length,
            Float.NaN,
            new int[] {0, 0},
            Booster.PredictionType.kMargin,
            null)[0][0];
  }

  static Trained rankLib(Rows rows, int leaves, int trees) throws IOException {
    List<RankList> lists = new ArrayList<>();
    int at = 0;
    for (int group : rows.groups()) {
      List<ciir.umass.edu.learning.DataPoint> points = new ArrayList<>();
      for (int i = 0; i < group; i++, at++) {
        points.add(point(rows.row(at), (int) rows.labels()[at], lists.size()));
      }
      lists.add(new RankList(points));
    }
    LambdaMART.nTrees = trees;
    LambdaMART.nTreeLeaves = leaves;
    LambdaMART.nRoundToStopEarly = trees;
    int[] features = IntStream.rangeClosed(1, rows.width()).toArray();
    LambdaMART ranker = new LambdaMART(lists, features, new NDCGScorer(10));
    PrintStream console = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    try {
      ranker.init();
      ranker.learn();
    } finally {
      System.setOut(console);
    }
    LambdaMART loaded = new LambdaMART();
    loaded.loadFromString(ranker.model());
    return new Trained("RankLib", ranker.model(), row -> loaded.eval(point(row, 0, 0)));
  }

  private static DenseDataPoint point(double[] row, int label, int request) {
    StringJoiner text = new StringJoiner(" ").add(label + " qid:" + request);
    for (int i = 0; i < row.length; i++) {
      text.add((i + 1) + ":" + row[i]);
    }
    return new DenseDataPoint(text.toString());
  }

  static String[] names(int width) {
    return IntStream.range(0, width).mapToObj(i -> "signal" + i).toArray(String[]::new);
  }
}
