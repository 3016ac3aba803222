package dev.kindred.tools.evaluate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.tools.evaluate.metric.Bootstrap;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EstimatorTest {
  private static final MathContext EXACT = new MathContext(40);
  private static final int ARMS = 4;
  private static final double[][] TRUTH = {{0.1, 0.3, 0.5, 0.2}, {0.05, 0.2, 0.3, 0.1}};
  private static final double[][] LOGGED = {{0.4, 0.3, 0.1, 0.2}, {0.25, 0.25, 0.3, 0.2}};
  private static final double[][] TARGET = {{0.1, 0.2, 0.6, 0.1}, {0.0, 0.0, 1.0, 0.0}};

  /** A log of two places, written by the logged chances. */
  private static BanditLog log(int rounds, long seed, double[][] chances) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] shown = new int[rounds];
    int[] places = new int[rounds];
    double[] rewards = new double[rounds];
    double[] propensities = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      places[i] = i % 2;
      double share = random.nextDouble();
      while (share >= chances[i % 2][shown[i]] && shown[i] < ARMS - 1) {
        share -= chances[i % 2][shown[i]++];
      }
      propensities[i] = chances[i % 2][shown[i]];
      rewards[i] = random.nextDouble() < TRUTH[i % 2][shown[i]] ? 1 : 0;
    }
    List<String> arms = IntStream.range(0, ARMS).mapToObj(arm -> "a" + arm).toList();
    return new BanditLog("made", arms, shown, places, rewards, propensities, null);
  }

  private static double truth() {
    double truth = 0;
    for (int place = 0; place < 2; place++) {
      for (int arm = 0; arm < ARMS; arm++) {
        truth += TARGET[place][arm] * TRUTH[place][arm] / 2;
      }
    }
    return truth;
  }

  private static PolicyEstimate of(String name, PolicyEvaluator.PolicyResult result) {
    return result.estimates().stream()
        .filter(one -> one.estimator().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static PolicyEvaluator.PolicyResult evaluate(BanditLog log) {
    return new PolicyEvaluator(log, new Bootstrap(300, 1)).evaluate(new Target("t", TARGET));
  }

  @Test
  void ipwSnipwAndDrFindTheTruthWithinTheirErrors() {
    var result = evaluate(log(40_000, 3, LOGGED));
    for (String name : List.of("ipw", "snipw", "dr")) {
      PolicyEstimate estimate = of(name, result);
      assertThat(estimate.value()).as(name).isCloseTo(truth(), within(4 * estimate.se()));
      assertThat(estimate.se()).as(name).isBetween(0.0005, 0.02);
    }
    assertThat(of("dr", result).se()).isLessThan(of("ipw", result).se());
    assertThat(result.effective()).isBetween(4000.0, 30_000.0);
  }

  @Test
  void ofAnArmThatWasNeverShownTheLogSaysNothing() {
    double[] halves = {0.5, 0.5, 0.5, 0.5};
    BanditLog log =
        new BanditLog(
            "one",
            List.of("a", "b"),
            new int[4],
            new int[4],
            new double[] {1, 0, 1, 0},
            halves,
            null);
    var result =
        new PolicyEvaluator(log, new Bootstrap(20, 1))
            .evaluate(new Target("t", new double[][] {{0, 1}}));
    assertThat(result.effective()).isZero();
    assertThat(of("ipw", result).value()).isZero();
    assertThat(of("snipw", result).value()).isNaN();
    assertThat(of("replay", result).value()).isNaN();
  }

  @Test
  void replayIsRightOnUniformLogs() {
    double[] quarter = {0.25, 0.25, 0.25, 0.25};
    PolicyEstimate replay =
        of("replay", evaluate(log(40_000, 5, new double[][] {quarter, quarter})));
    assertThat(replay.value()).isCloseTo(truth(), within(4 * replay.se()));
  }

  /** Term by term, in decimals of forty digits. */
  @Test
  void valuesAreThePlainFormulas() {
    BanditLog log = log(500, 7, LOGGED);
    RewardModel model = new RewardModel(log, PolicyEvaluator.FOLDS, PolicyEvaluator.REGULARIZATION);
    BigDecimal weighted = BigDecimal.ZERO;
    BigDecimal weights = BigDecimal.ZERO;
    BigDecimal direct = BigDecimal.ZERO;
    BigDecimal robust = BigDecimal.ZERO;
    for (int i = 0; i < log.rounds(); i++) {
      double[] chances = TARGET[log.places()[i]];
      BigDecimal w =
          new BigDecimal(chances[log.shown()[i]])
              .divide(new BigDecimal(log.propensities()[i]), EXACT);
      BigDecimal r = new BigDecimal(log.rewards()[i]);
      BigDecimal expected = BigDecimal.ZERO;
      for (int arm = 0; arm < ARMS; arm++) {
        BigDecimal q = new BigDecimal(model.reward(i, arm));
        expected = expected.add(new BigDecimal(chances[arm]).multiply(q));
      }
      BigDecimal q = new BigDecimal(model.reward(i, log.shown()[i]));
      weighted = weighted.add(w.multiply(r));
      weights = weights.add(w);
      direct = direct.add(expected);
      robust = robust.add(expected.add(w.multiply(r.subtract(q))));
    }
    BigDecimal n = new BigDecimal(log.rounds());
    var result = evaluate(log);
    requireEqual(of("ipw", result), weighted.divide(n, EXACT));
    requireEqual(of("snipw", result), weighted.divide(weights, EXACT));
    requireEqual(of("dm", result), direct.divide(n, EXACT));
    requireEqual(of("dr", result), robust.divide(n, EXACT));
  }

  private static void requireEqual(PolicyEstimate estimate, BigDecimal expected) {
    assertThat(estimate.value())
        .as(estimate.estimator())
        .isCloseTo(expected.doubleValue(), within(1e-12));
  }

  @Test
  void errorsAndIntervalsAgreeWithTheBootstrap() {
    for (PolicyEstimate one : evaluate(log(4000, 9, LOGGED)).estimates()) {
      double halfNormal = (one.normal().high() - one.normal().low()) / 2;
      double halfBootstrap = (one.bootstrap().high() - one.bootstrap().low()) / 2;
      assertThat(halfNormal).as(one.estimator()).isCloseTo(1.96 * one.se(), within(1e-4));
      assertThat(halfBootstrap / halfNormal).as(one.estimator()).isBetween(0.8, 1.25);
      assertThat(one.value()).isBetween(one.bootstrap().low(), one.bootstrap().high());
    }
  }

  @Test
  void theModelNeverSawTheRoundItPredicts() {
    BanditLog log = log(300, 11, LOGGED);
    double before = new RewardModel(log, 3, 1).reward(7, log.shown()[7]);
    log.rewards()[7] = 1 - log.rewards()[7];
    assertThat(new RewardModel(log, 3, 1).reward(7, log.shown()[7])).isEqualTo(before);
    assertThat(new RewardModel(log, 3, 1).reward(8, log.shown()[7])).isNotEqualTo(before);
  }

  @Test
  void replayWithoutAgreementSaysNothing() {
    BanditLog log = log(10, 13, new double[][] {{1, 0, 0, 0}, {1, 0, 0, 0}});
    double[][] other = {{0, 0, 0, 1}, {0, 0, 0, 1}};
    var result = new PolicyEvaluator(log, new Bootstrap(10, 1)).evaluate(new Target("t", other));
    assertThat(of("replay", result).value()).isNaN();
    assertThat(of("ipw", result).value()).isZero();
  }
}
