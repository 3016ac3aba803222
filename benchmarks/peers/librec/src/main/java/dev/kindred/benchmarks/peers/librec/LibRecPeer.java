package dev.kindred.benchmarks.peers.librec;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.Table;
import dev.kindred.benchmarks.peers.child.Peer;
import dev.kindred.benchmarks.peers.child.Ratings;
import dev.kindred.benchmarks.peers.child.Scorer;
import dev.kindred.benchmarks.peers.child.Settings;
import java.util.Map;
import java.util.function.Supplier;
import net.librec.conf.Configuration;
import net.librec.data.DataContext;
import net.librec.math.algorithm.Randoms;
import net.librec.math.structure.DataSet;
import net.librec.math.structure.SparseMatrix;
import net.librec.math.structure.SparseTensor;
import net.librec.recommender.AbstractRecommender;
import net.librec.recommender.RecommenderContext;
import net.librec.recommender.cf.ItemKNNRecommender;
import net.librec.recommender.cf.ranking.WRMFRecommender;
import net.librec.recommender.cf.rating.BiasedMFRecommender;
import net.librec.recommender.cf.rating.FMALSRecommender;
import net.librec.recommender.cf.rating.FMSGDRecommender;
import net.librec.recommender.cf.rating.SVDPlusPlusRecommender;
import net.librec.similarity.BinaryCosineSimilarity;
import net.librec.similarity.RecommenderSimilarity;

/** LibRec's recommenders, on a matrix or a tensor in memory instead of text files. */
public final class LibRecPeer implements Peer {
  private static final Map<String, Supplier<AbstractRecommender>> KNOWN =
      Map.of(
          "WRMF", WRMFRecommender::new,
          "ItemKNN", ItemKNNRecommender::new,
          "BiasedMF", BiasedMFRecommender::new,
          "SVDPlusPlus", SVDPlusPlusRecommender::new,
          "FMSGD", FMSGDRecommender::new,
          "FMALS", FMALSRecommender::new);

  @Override
  public String version() {
    return "LibRec 2.0.0";
  }

  @Override
  public Training prepare(Ratings ratings, Settings settings) throws Exception {
    Supplier<AbstractRecommender> kind = KNOWN.get(settings.algorithm());
    if (kind == null) {
      throw settings.unknown(KNOWN.keySet().toArray(String[]::new));
    }
    boolean factorization = settings.algorithm().startsWith("FM");
    int users = ratings.users().size();
    int items = ratings.items().size();
    DataSet data = factorization ? tensor(ratings) : matrix(ratings);
    DataSet none =
        factorization
            ? new SparseTensor(users, items, 1)
            : new SparseMatrix(users, items, HashBasedTable.<Integer, Integer, Double>create());
    Configuration configuration = new Configuration();
    settings.values().forEach(configuration::set);
    InMemory model =
        new InMemory(
            new DataContext(configuration),
            data,
            none,
            InMemory.mapping(ratings.users()),
            InMemory.mapping(ratings.items()));
    return () -> {
      Randoms.seed(settings.seed());
      return train(kind.get(), new RecommenderContext(configuration, model));
    };
  }

  private static SparseMatrix matrix(Ratings ratings) {
    Table<Integer, Integer, Double> table = HashBasedTable.create();
    for (int r = 0; r < ratings.size(); r++) {
      table.put(ratings.user()[r], ratings.item()[r], (double) ratings.value()[r]);
    }
    return new SparseMatrix(ratings.users().size(), ratings.items().size(), table);
  }

  /** Tensors must have three dimensions, so there is one context, which is always the same. */
  private static SparseTensor tensor(Ratings ratings) throws Exception {
    SparseTensor tensor = new SparseTensor(ratings.users().size(), ratings.items().size(), 1);
    tensor.setUserDimension(0);
    tensor.setItemDimension(1);
    for (int r = 0; r < ratings.size(); r++) {
      tensor.set(ratings.value()[r], ratings.user()[r], ratings.item()[r], 0);
    }
    return tensor;
  }

  private static Scorer train(AbstractRecommender recommender, RecommenderContext context)
      throws Exception {
    if (recommender instanceof ItemKNNRecommender) {
      RecommenderSimilarity similarity = new BinaryCosineSimilarity();
      similarity.buildSimilarityMatrix(context.getDataModel());
      context.setSimilarity(similarity);
    }
    return new Opened(recommender).train(context);
  }

  @Override
  public void close() {
    // Everything is on the heap.
  }
}
