package dev.kindred.benchmarks.peers.spark;

import dev.kindred.benchmarks.peers.child.Factors;
import dev.kindred.benchmarks.peers.child.Peer;
import dev.kindred.benchmarks.peers.child.Ratings;
import dev.kindred.benchmarks.peers.child.Settings;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** MLlib's alternating least squares, of stars and of plain feedback, on one local thread. */
public final class SparkPeer implements Peer {
  private final SparkSession spark =
      SparkSession.builder()
          .master("local[1]")
          .config("spark.ui.enabled", "false")
          .config("spark.sql.shuffle.partitions", "1")
          .config("spark.default.parallelism", "1")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.driver.host", "127.0.0.1")
          .getOrCreate();
  private Dataset<Row> cached;

  @Override
  public String version() {
    return "Spark MLlib " + spark.version();
  }

  @Override
  public Training prepare(Ratings ratings, Settings settings) {
    if (!settings.algorithm().equals("ALS")) {
      throw settings.unknown("ALS");
    }
    if (cached != null) {
      cached.unpersist(true);
    }
    cached = rows(ratings).coalesce(1).cache();
    cached.count();
    ALS als =
        new ALS()
            .setUserCol("user")
            .setItemCol("item")
            .setRatingCol("value")
            .setImplicitPrefs(!ratings.explicit())
            .setRank(settings.whole("rank"))
            .setMaxIter(settings.whole("maxIter"))
            .setRegParam(settings.number("regParam"))
            .setNumBlocks(settings.whole("numBlocks"))
            .setSeed(settings.seed());
    if (!ratings.explicit()) {
      als.setAlpha(settings.number("alpha"));
    }
    return () -> factors(als.fit(cached), ratings);
  }

  private Dataset<Row> rows(Ratings ratings) {
    StructType type =
        new StructType()
            .add("user", DataTypes.IntegerType, false)
            .add("item", DataTypes.IntegerType, false)
            .add("value", DataTypes.FloatType, false);
    List<Row> rows = new ArrayList<>(ratings.size());
    for (int r = 0; r < ratings.size(); r++) {
      rows.add(RowFactory.create(ratings.user()[r], ratings.item()[r], ratings.value()[r]));
    }
    return spark.createDataFrame(rows, type);
  }

  /** Spark trains when the vectors are asked for. */
  private static Factors factors(ALSModel model, Ratings ratings) {
    Factors factors =
        new Factors(
            vectors(model.userFactors(), ratings.users().size()),
            vectors(model.itemFactors(), ratings.items().size()));
    model.userFactors().unpersist();
    model.itemFactors().unpersist();
    return factors;
  }

  private static float[][] vectors(Dataset<Row> rows, int count) {
    float[][] vectors = new float[count][];
    for (Row row : rows.collectAsList()) {
      List<Float> values = row.getList(1);
      float[] vector = new float[values.size()];
      for (int f = 0; f < vector.length; f++) {
        vector[f] = values.get(f);
      }
      vectors[row.getInt(0)] = vector;
    }
    return vectors;
  }

  @Override
  public void close() {
    spark.stop();
  }
}
