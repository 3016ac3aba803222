package dev.kindred.benchmarks.peers;

import static dev.kindred.benchmarks.peers.Contender.of;
import static dev.kindred.benchmarks.peers.Library.KINDRED;
import static dev.kindred.benchmarks.peers.Library.LENSKIT;
import static dev.kindred.benchmarks.peers.Library.LIBREC;
import static dev.kindred.benchmarks.peers.Library.MAHOUT;
import static dev.kindred.benchmarks.peers.Library.SPARK;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is measured on what. Defaults are the libraries' documented ones; where a parameter has none,
 * it is that of their documentation's example. Chosen settings are the best of {@code --choose}.
 */
final class Contests {
  private static final String DEFAULTS = "defaults";
  private static final String CHOSEN = "chosen";
  private static final String EQUAL = "as ours";

  /** Of row 5, with 128 factors. */
  private static final String OURS_ALS = "alpha=3.33 regularization=0.007";

  /** Of Mahout's SVDPlusPlusFactorizer and RatingSGDFactorizer. */
  private static final String TASTE_SGD =
      "numFeatures=10 learningRate=0.01 preventOverfitting=0.1 randomNoise=0.01 numIterations=10"
          + " learningRateDecay=1.0";

  /** Of the configurations that LibRec comes with. */
  private static final String LIBREC_SGD =
      "rec.factor.number=10 rec.iterator.maximum=10 rec.iterator.learnrate=0.01"
          + " rec.iterator.learnrate.maximum=0.01 rec.user.regularization=0.01"
          + " rec.item.regularization=0.01 rec.learnrate.bolddriver=false"
          + " rec.learnrate.decay=1.0";

  private Contests() {}

  static List<Contest> all() {
    return List.of(als(), smallAls(), itemKnn(), mf(), svdpp(), fm());
  }

  private static List<Contender> among(Contender base, String... settings) {
    List<Contender> all = new ArrayList<>();
    for (String one : settings) {
      all.add(base.with(one, 1, one));
    }
    return all;
  }

  @SafeVarargs
  private static List<Contender> joined(List<Contender>... parts) {
    List<Contender> all = new ArrayList<>();
    for (List<Contender> part : parts) {
      all.addAll(part);
    }
    return all;
  }

  /**
   * Ours penalises a row by λ(w·n + α·h), n being all rows of the other side, h those that were
   * observed, w the weight of the others; Spark by λ·h. Equal in sum over all rows is then λ' = λ(w
   * + α·d)/d with the density d of the matrix, .0444.
   */
  private static Contest als() {
    Contender spark =
        of(SPARK, "ALS", EQUAL, 12, "rank=64 maxIter=12 regParam=0.181 alpha=3.33 numBlocks=1");
    return new Contest(
        "als",
        "Implicit ALS with 64 factors, MovieLens 1M as split by NCF",
        "*As ours* has our number of factors, passes and α, and a penalty that is equal in sum over"
            + " all rows: Spark's grows with what a row observed, ours with its weight in the loss."
            + " Both solve every row exactly, by Cholesky factorisation. Our settings are those of"
            + " row 5 with 128 factors, chosen on a carve-out too.",
        new CandidatesExam(),
        1,
        List.of(of(KINDRED, "als", CHOSEN, 12, OURS_ALS + " factors=64 iterations=12"), spark),
        among(
            // Fewer factors and passes than in the contest, for the time they take.
            spark.with("", "rank=32 maxIter=6"),
            "regParam=0.05",
            "regParam=0.1",
            "regParam=0.181",
            "regParam=0.4"));
  }

  /** Mahout and LibRec penalise every row alike: in sum the same again. */
  private static Contest smallAls() {
    return new Contest(
        "als10",
        "Implicit ALS with 10 factors, MovieLens 1M as split by NCF",
        "Small enough for all. With 64 factors Mahout had not finished the first pass after 230 CPU"
            + " s, nor LibRec after 110.",
        new CandidatesExam(),
        1,
        List.of(
            of(KINDRED, "als", EQUAL, 5, OURS_ALS + " factors=10 iterations=5"),
            of(SPARK, "ALS", EQUAL, 5, "rank=10 maxIter=5 regParam=0.181 alpha=3.33 numBlocks=1"),
            of(SPARK, "ALS", DEFAULTS, 10, "rank=10 maxIter=10 regParam=0.1 alpha=1 numBlocks=10"),
            of(MAHOUT, "ALSWR", EQUAL, 5, "numFeatures=10 numIterations=5 lambda=36.9 alpha=3.33"),
            of(
                LIBREC,
                "WRMF",
                EQUAL,
                5,
                "rec.recommender.isranking=true rec.factor.number=10 rec.iterator.maximum=5"
                    + " rec.user.regularization=29.8 rec.item.regularization=48.5"
                    + " rec.wrmf.weight.coefficient=3.33")),
        List.of());
  }

  private static Contest itemKnn() {
    return new Contest(
        "itemknn",
        "Neighbours of items, MovieLens 1M as split by NCF",
        "The 50 nearest of each item, found beforehand: that is the training. Ours and LensKit's by"
            + " the cosine; Mahout's by the log-likelihood ratio, which its documentation advises"
            + " for data without stars; LibRec's by the cosine of binary vectors.",
        new CandidatesExam(),
        1,
        List.of(
            of(KINDRED, "itemknn", "cosine", 1, "neighbours=50 side=history"),
            of(LENSKIT, "ItemItem", "cosine", 1, "ModelSize=50 NeighborhoodSize=50"),
            of(MAHOUT, "ItemBased", "log-likelihood", 1, "similarItemsPerItem=50"),
            of(
                LIBREC,
                "ItemKNN",
                "binary cosine",
                1,
                "rec.neighbors.knn.number=50 rec.recommender.similarity.key=item"
                    + " rec.recommender.similarities=item rec.recommender.isranking=true")),
        List.of());
  }

  private static Contest mf() {
    Contender spark =
        of(SPARK, "ALS", DEFAULTS, 10, "rank=10 maxIter=10 regParam=0.1 numBlocks=10");
    Contender als =
        of(MAHOUT, "ALSWR", DEFAULTS, 10, "numFeatures=10 lambda=0.05 numIterations=10");
    Contender sgd = of(MAHOUT, "RatingSGD", DEFAULTS, 10, TASTE_SGD);
    Contender librec =
        of(LIBREC, "BiasedMF", DEFAULTS, 10, LIBREC_SGD + " rec.bias.regularization=0.01");
    Contender lenskit =
        of(
            LENSKIT,
            "FunkSVD",
            DEFAULTS,
            100,
            "FeatureCount=40 IterationCount=100 LearningRate=0.001 RegularizationTerm=0.015");
    return new Contest(
        "mf",
        "Factorisation of stars, MovieLens 100K, folds u1 to u5",
        "A training and a grade for each fold. Our defaults are alternating least squares with 32"
            + " factors, at most 60 sweeps and a carve-out that says when to stop; *as small* has"
            + " the peers' 10 factors and 10 sweeps.",
        new StarsExam(),
        5,
        List.of(
            of(KINDRED, "mf", DEFAULTS, 1, ""),
            of(KINDRED, "mf", "as small", 10, "factors=10 epochs=10 validation=0"),
            spark,
            spark.with(CHOSEN, "rank=20 regParam=0.15 numBlocks=1"),
            als.with(CHOSEN, "lambda=0.1"),
            sgd.with(CHOSEN, 30, "numIterations=30 learningRateDecay=0.95 numFeatures=20"),
            librec,
            librec.with(CHOSEN, 60, biased("0.1", 60) + " rec.factor.number=20"),
            lenskit,
            lenskit.with(CHOSEN, 200, "FeatureCount=25 IterationCount=200 RegularizationTerm=0.1")),
        joined(
            among(
                spark.with("", "numBlocks=1"),
                "regParam=0.07",
                "regParam=0.1",
                "regParam=0.15",
                "rank=20 regParam=0.1",
                "rank=20 regParam=0.15"),
            among(als, "lambda=0.07", "lambda=0.1", "lambda=0.15", "numFeatures=20 lambda=0.1"),
            among(
                sgd,
                "numIterations=10",
                "numIterations=30 learningRateDecay=0.95",
                "numIterations=30 learningRateDecay=0.95 numFeatures=20"),
            among(
                librec,
                biased("0.05", 30),
                biased("0.1", 30),
                biased("0.1", 60) + " rec.factor.number=20"),
            among(
                lenskit,
                "RegularizationTerm=0.015",
                "FeatureCount=25 RegularizationTerm=0.05",
                "FeatureCount=25 IterationCount=200 RegularizationTerm=0.1")));
  }

  private static String biased(String regularization, int iterations) {
    return penalised("bias", regularization, iterations);
  }

  private static Contest svdpp() {
    Contender mahout = of(MAHOUT, "SVDPlusPlus", DEFAULTS, 10, TASTE_SGD);
    Contender librec =
        of(
            LIBREC,
            "SVDPlusPlus",
            DEFAULTS,
            13,
            LIBREC_SGD + " rec.iterator.maximum=13 rec.impItem.regularization=0.001");
    return new Contest(
        "svdpp",
        "SVD++ of stars, MovieLens 100K, folds u1 to u5",
        "A training and a grade for each fold. Our defaults sample by Gibbs, 120 sweeps; *as small*"
            + " is stochastic gradient descent like the peers'.",
        new StarsExam(),
        5,
        List.of(
            of(KINDRED, "svdpp", DEFAULTS, 1, ""),
            of(KINDRED, "svdpp", "as small", 13, "solver=sgd factors=10 epochs=13 validation=0"),
            mahout,
            mahout.with(CHOSEN, "learningRate=0.005"),
            librec,
            librec.with(CHOSEN, 40, implicit("0.1", 40))),
        joined(
            among(
                mahout,
                "learningRate=0.005",
                "learningRate=0.005 numIterations=20",
                "learningRate=0.005 preventOverfitting=0.05 numIterations=20",
                "learningRate=0.01 numIterations=30 learningRateDecay=0.9"),
            among(librec, implicit("0.05", 20), implicit("0.1", 20), implicit("0.1", 40))));
  }

  private static String implicit(String regularization, int iterations) {
    return penalised("impItem", regularization, iterations);
  }

  /** LibRec's names: the same for users, items and what else a model learns. */
  private static String penalised(String besides, String regularization, int iterations) {
    return Stream.of("user", "item", besides)
            .map(what -> "rec." + what + ".regularization=" + regularization)
            .collect(Collectors.joining(" "))
        + " rec.iterator.maximum="
        + iterations;
  }

  private static Contest fm() {
    String once = "rec.factor.number=10 rec.iterator.maximum=1";
    return new Contest(
        "fm",
        "Factorization machines of users and items, MovieLens 100K, fold u1",
        "The cost of a pass: LibRec's make one, which no accuracy can be expected of, for many take"
            + " too long; ours makes its 240 sweeps. LibRec's have a third feature besides, which"
            + " is always the same, for they want three.",
        new StarsExam(),
        1,
        List.of(
            of(KINDRED, "fm", "users and items", 240, "implicit=false attributes=false"),
            of(LIBREC, "FMSGD", "one pass", 1, once + " rec.iterator.learnRate=0.01"),
            of(LIBREC, "FMALS", "one pass", 1, once)),
        List.of());
  }
}
