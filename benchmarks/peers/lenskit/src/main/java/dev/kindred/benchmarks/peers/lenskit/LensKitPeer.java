package dev.kindred.benchmarks.peers.lenskit;

import dev.kindred.benchmarks.peers.child.Peer;
import dev.kindred.benchmarks.peers.child.Ratings;
import dev.kindred.benchmarks.peers.child.Settings;
import java.util.ArrayList;
import java.util.List;
import org.grouplens.lenskit.iterative.IterationCount;
import org.grouplens.lenskit.iterative.LearningRate;
import org.grouplens.lenskit.iterative.RegularizationTerm;
import org.lenskit.LenskitConfiguration;
import org.lenskit.LenskitRecommenderEngine;
import org.lenskit.api.ItemScorer;
import org.lenskit.bias.BiasModel;
import org.lenskit.bias.UserItemBiasModel;
import org.lenskit.bias.ZeroBiasModel;
import org.lenskit.data.dao.DataAccessObject;
import org.lenskit.data.dao.file.StaticDataSource;
import org.lenskit.data.ratings.Rating;
import org.lenskit.knn.NeighborhoodSize;
import org.lenskit.knn.item.ItemItemScorer;
import org.lenskit.knn.item.ModelSize;
import org.lenskit.knn.item.NeighborhoodScorer;
import org.lenskit.knn.item.SimilaritySumNeighborhoodScorer;
import org.lenskit.mf.funksvd.FeatureCount;
import org.lenskit.mf.funksvd.FunkSVDItemScorer;

/** LensKit for Java: FunkSVD of stars, neighbours of items of plain feedback. */
public final class LensKitPeer implements Peer {
  private static final String FUNK = "FunkSVD";
  private static final String ITEMS = "ItemItem";

  @Override
  public String version() {
    return "LensKit 3.0-M3";
  }

  @Override
  public Training prepare(Ratings ratings, Settings settings) {
    List<Rating> all = new ArrayList<>(ratings.size());
    for (int r = 0; r < ratings.size(); r++) {
      all.add(
          Rating.newBuilder()
              .setId(r + 1L)
              .setUserId(ratings.user()[r])
              .setItemId(ratings.item()[r])
              .setRating(ratings.value()[r])
              .build());
    }
    DataAccessObject data = StaticDataSource.fromList(all).get();
    LenskitConfiguration configuration = configuration(settings);
    return () ->
        new UserByUser(
            LenskitRecommenderEngine.build(configuration, data)
                .createRecommender(data)
                .getItemScorer());
  }

  private static LenskitConfiguration configuration(Settings settings) {
    LenskitConfiguration configuration = new LenskitConfiguration();
    switch (settings.algorithm()) {
      case FUNK -> {
        configuration.bind(ItemScorer.class).to(FunkSVDItemScorer.class);
        configuration.bind(BiasModel.class).to(UserItemBiasModel.class);
        configuration.set(FeatureCount.class).to(settings.whole("FeatureCount"));
        configuration.set(IterationCount.class).to(settings.whole("IterationCount"));
        configuration.set(LearningRate.class).to(settings.number("LearningRate"));
        configuration.set(RegularizationTerm.class).to(settings.number("RegularizationTerm"));
      }
      case ITEMS -> {
        configuration.bind(ItemScorer.class).to(ItemItemScorer.class);
        configuration.bind(BiasModel.class).to(ZeroBiasModel.class);
        configuration.bind(NeighborhoodScorer.class).to(SimilaritySumNeighborhoodScorer.class);
        configuration.set(ModelSize.class).to(settings.whole("ModelSize"));
        configuration.set(NeighborhoodSize.class).to(settings.whole("NeighborhoodSize"));
      }
      default -> throw settings.unknown(FUNK, ITEMS);
    }
    return configuration;
  }

  @Override
  public void close() {
    // Everything is on the heap.
  }
}
