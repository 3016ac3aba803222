package dev.kindred.benchmarks.peers.mahout;

import dev.kindred.benchmarks.peers.child.Factors;
import dev.kindred.benchmarks.peers.child.Peer;
import dev.kindred.benchmarks.peers.child.Ratings;
import dev.kindred.benchmarks.peers.child.Settings;
import org.apache.mahout.cf.taste.common.TasteException;
import org.apache.mahout.cf.taste.impl.common.FastByIDMap;
import org.apache.mahout.cf.taste.impl.model.GenericDataModel;
import org.apache.mahout.cf.taste.impl.model.GenericUserPreferenceArray;
import org.apache.mahout.cf.taste.impl.recommender.svd.ALSWRFactorizer;
import org.apache.mahout.cf.taste.impl.recommender.svd.Factorization;
import org.apache.mahout.cf.taste.impl.recommender.svd.Factorizer;
import org.apache.mahout.cf.taste.impl.recommender.svd.RatingSGDFactorizer;
import org.apache.mahout.cf.taste.impl.recommender.svd.SVDPlusPlusFactorizer;
import org.apache.mahout.cf.taste.model.DataModel;
import org.apache.mahout.cf.taste.model.PreferenceArray;
import org.apache.mahout.common.RandomUtils;

/** Mahout's Taste in memory: factorisations, and neighbours of items. */
public final class MahoutPeer implements Peer {
  private static final String ALS = "ALSWR";
  private static final String SGD = "RatingSGD";
  private static final String SVDPP = "SVDPlusPlus";
  private static final String ITEMS = "ItemBased";

  @Override
  public String version() {
    return "Mahout 0.13.0";
  }

  @Override
  public Training prepare(Ratings ratings, Settings settings) throws TasteException {
    RandomUtils.useTestSeed();
    if (settings.algorithm().equals(ITEMS)) {
      return new NearItems(ratings, settings.whole("similarItemsPerItem"))::train;
    }
    DataModel model = new GenericDataModel(rows(ratings));
    return () -> factors(factorizer(model, ratings.explicit(), settings).factorize(), ratings);
  }

  private static FastByIDMap<PreferenceArray> rows(Ratings ratings) {
    FastByIDMap<PreferenceArray> rows = new FastByIDMap<>();
    for (int from = 0, to; from < ratings.size(); from = to) {
      for (to = from; to < ratings.size() && ratings.user()[to] == ratings.user()[from]; ) {
        to++;
      }
      PreferenceArray row = new GenericUserPreferenceArray(to - from);
      row.setUserID(0, ratings.user()[from]);
      for (int r = from; r < to; r++) {
        row.setItemID(r - from, ratings.item()[r]);
        row.setValue(r - from, ratings.value()[r]);
      }
      rows.put(ratings.user()[from], row);
    }
    return rows;
  }

  private static Factorizer factorizer(DataModel model, boolean explicit, Settings settings)
      throws TasteException {
    int features = settings.whole("numFeatures");
    int iterations = settings.whole("numIterations");
    return switch (settings.algorithm()) {
      case ALS ->
          new ALSWRFactorizer(
              model,
              features,
              settings.number("lambda"),
              iterations,
              !explicit,
              explicit ? 1 : settings.number("alpha"),
              1);
      case SGD ->
          new RatingSGDFactorizer(
              model,
              features,
              settings.number("learningRate"),
              settings.number("preventOverfitting"),
              settings.number("randomNoise"),
              iterations,
              settings.number("learningRateDecay"));
      case SVDPP ->
          new SVDPlusPlusFactorizer(
              model,
              features,
              settings.number("learningRate"),
              settings.number("preventOverfitting"),
              settings.number("randomNoise"),
              iterations,
              settings.number("learningRateDecay"));
      default -> throw settings.unknown(ALS, SGD, SVDPP, ITEMS);
    };
  }

  private static Factors factors(Factorization all, Ratings ratings) throws TasteException {
    float[][] users = new float[ratings.users().size()][];
    for (int user : ratings.user()) {
      users[user] = users[user] == null ? floats(all.getUserFeatures(user)) : users[user];
    }
    float[][] items = new float[ratings.items().size()][];
    for (int item : ratings.item()) {
      items[item] = items[item] == null ? floats(all.getItemFeatures(item)) : items[item];
    }
    return new Factors(users, items);
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  @Override
  public void close() {
    // Everything is on the heap.
  }
}
