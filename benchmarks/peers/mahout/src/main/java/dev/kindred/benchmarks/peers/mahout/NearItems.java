package dev.kindred.benchmarks.peers.mahout;

import dev.kindred.benchmarks.peers.child.Ratings;
import dev.kindred.benchmarks.peers.child.Scorer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.mahout.cf.taste.impl.common.FastByIDMap;
import org.apache.mahout.cf.taste.impl.common.FastIDSet;
import org.apache.mahout.cf.taste.impl.model.GenericBooleanPrefDataModel;
import org.apache.mahout.cf.taste.impl.recommender.GenericBooleanPrefItemBasedRecommender;
import org.apache.mahout.cf.taste.impl.similarity.GenericItemSimilarity;
import org.apache.mahout.cf.taste.impl.similarity.LogLikelihoodSimilarity;
import org.apache.mahout.cf.taste.impl.similarity.precompute.MultithreadedBatchItemSimilarities;
import org.apache.mahout.cf.taste.model.DataModel;
import org.apache.mahout.cf.taste.similarity.precompute.SimilarItem;
import org.apache.mahout.cf.taste.similarity.precompute.SimilarItems;
import org.apache.mahout.cf.taste.similarity.precompute.SimilarItemsWriter;

/** The most similar items of each by the log-likelihood ratio, computed beforehand. */
final class NearItems {
  private static final int HOURS = 2;

  private final DataModel model;
  private final int most;

  /**
   * @param most similar items that are kept of each
   */
  NearItems(Ratings ratings, int most) {
    FastByIDMap<FastIDSet> rows = new FastByIDMap<>();
    for (int r = 0; r < ratings.size(); r++) {
      FastIDSet row = rows.get(ratings.user()[r]);
      if (row == null) {
        row = new FastIDSet();
        rows.put(ratings.user()[r], row);
      }
      row.add(ratings.item()[r]);
    }
    this.model = new GenericBooleanPrefDataModel(rows);
    this.most = most;
  }

  Scorer train() throws IOException {
    Kept kept = new Kept();
    new MultithreadedBatchItemSimilarities(
            new GenericBooleanPrefItemBasedRecommender(model, new LogLikelihoodSimilarity(model)),
            most)
        .computeItemSimilarities(1, HOURS, kept);
    var near =
        new GenericBooleanPrefItemBasedRecommender(model, new GenericItemSimilarity(kept.all));
    return near::estimatePreference;
  }

  private static final class Kept implements SimilarItemsWriter {
    private final List<GenericItemSimilarity.ItemItemSimilarity> all = new ArrayList<>();

    @Override
    public void open() {
      all.clear();
    }

    @Override
    public void add(SimilarItems items) {
      for (SimilarItem other : items.getSimilarItems()) {
        all.add(
            new GenericItemSimilarity.ItemItemSimilarity(
                items.getItemID(), other.getItemID(), other.getSimilarity()));
      }
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
