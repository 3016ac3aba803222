package dev.kindred.tools.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.rank.Normalizer;
import dev.kindred.rank.Part;
import dev.kindred.rank.Signals;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The numbers in a normaliser come from where rankings are decided. */
class FitTest {
  private static final ObjectNode TEXT = JsonNodeFactory.instance.objectNode();

  static {
    TEXT.putObject("text");
  }

  private static Part fit(boolean dense, double[]... requests) {
    List<Observed> observed =
        Arrays.stream(requests).map(row -> Observed.of(row.clone(), dense)).toList();
    return Fit.part(new Part("s", Signals.JSON.read(TEXT), null, 0.7, 0), observed);
  }

  private static double[] count(int from, int to) {
    return IntStream.rangeClosed(from, to).asDoubleStream().toArray();
  }

  @Test
  void keepsNameSignalAndWeight() {
    Part part = fit(false, count(1, 100));
    assertThat(part.name()).isEqualTo("s");
    assertThat(part.weight()).isEqualTo(0.7);
    assertThat(part.signal()).isEqualTo(Signals.JSON.read(TEXT));
  }

  @Test
  void whatIsNeverNegativeSaturatesAtTheMedianOfTheBestFifty() {
    Part part = fit(false, count(1, 1000));
    assertThat(part.normalizer()).isEqualTo(new Normalizer.Saturation(975.5));
    assertThat(part.normalizer().apply(975.5)).isEqualTo(0.5);
    assertThat(part.missing()).isZero();
  }

  @Test
  void zerosAmongTheBestDoNotMoveThePivot() {
    double[] sparse = new double[60];
    sparse[3] = 4;
    sparse[40] = 8;
    assertThat(fit(false, sparse).normalizer()).isEqualTo(new Normalizer.Saturation(6));
  }

  @Test
  void aFewNegativesAreNoise() {
    double[] values = count(1, 200);
    values[0] = -1;
    assertThat(fit(false, values).normalizer()).isInstanceOf(Normalizer.Saturation.class);
  }

  @Test
  void whatIsSignedBecomesLogisticWithTheQuartilesOfTheBest() {
    Normalizer normalizer = fit(true, count(-500, 500)).normalizer();
    assertThat(normalizer).isInstanceOf(Normalizer.Logistic.class);
    assertThat(normalizer.apply(475.5)).isEqualTo(0.5, within(1e-12));
    assertThat(normalizer.apply(475.5 - 12.25)).isEqualTo(0.25, within(1e-12));
    assertThat(normalizer.apply(475.5 + 12.25)).isEqualTo(0.75, within(1e-12));
  }

  @Test
  void silenceOfADenseSignalIsTheTenthPercentile() {
    Part dense = fit(true, count(0, 100));
    assertThat(dense.missing()).isEqualTo(dense.normalizer().apply(10));
    Part sparse = fit(false, count(-100, 100));
    assertThat(sparse.missing()).isEqualTo(sparse.normalizer().apply(0)).isPositive();
  }

  @Test
  void outstandingValuesStayApartAsFloats() {
    SplittableRandom random = new SplittableRandom(3);
    double[][] requests =
        IntStream.range(0, 40)
            .mapToObj(
                r ->
                    DoubleStream.concat(
                            DoubleStream.of(1000, 1001, 1002), random.doubles(497, -1, 1))
                        .toArray())
            .toArray(double[][]::new);
    Normalizer normalizer = fit(true, requests).normalizer();
    assertThat((float) normalizer.apply(1001)).isGreaterThan((float) normalizer.apply(1000));
    assertThat((float) normalizer.apply(1002)).isGreaterThan((float) normalizer.apply(1001));
  }

  @Test
  void aConstantIsOneHalf() {
    double[] same = new double[100];
    Arrays.fill(same, 3);
    Part positive = fit(false, same);
    assertThat(positive.normalizer().apply(3)).isEqualTo(0.5);
    Arrays.fill(same, -3);
    Part negative = fit(false, same);
    assertThat(negative.normalizer()).isEqualTo(new Normalizer.Logistic(-3, 1));
    assertThat(negative.normalizer().apply(-3)).isEqualTo(0.5);
  }

  @Test
  void whereTheBestAreEqualTheOthersGiveTheSlope() {
    double[] values = count(-199, 100);
    Arrays.fill(values, 200, 300, 100.0);
    Normalizer.Logistic fitted = (Normalizer.Logistic) fit(false, values).normalizer();
    assertThat(fitted.midpoint()).isEqualTo(100);
    assertThat(fitted.slope()).isPositive().isLessThan(1);
  }

  @Test
  void allZerosAndNothingAtAllSaturateAtOne() {
    assertThat(fit(false, new double[10]).normalizer()).isEqualTo(new Normalizer.Saturation(1));
    Part silent = fit(false, new double[0]);
    assertThat(silent.normalizer()).isEqualTo(new Normalizer.Saturation(1));
    assertThat(silent.missing()).isZero();
    assertThat(fit(true, new double[] {Double.NaN}).missing()).isZero();
  }

  @Test
  void tinyValuesHaveATinyPivot() {
    double[] tiny = {1e-300, 2e-300, 3e-300};
    assertThat(fit(false, tiny).normalizer()).isEqualTo(new Normalizer.Saturation(2e-300));
  }

  @Test
  void everyFitIsMonotone() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 50; round++) {
      double shift = random.nextDouble(-2, 2);
      double[] values = random.doubles(200, -1 + shift, 1 + shift).toArray();
      Normalizer normalizer = fit(random.nextBoolean(), values).normalizer();
      Arrays.sort(values);
      for (int i = 1; i < values.length; i++) {
        assertThat(normalizer.apply(values[i]))
            .isGreaterThanOrEqualTo(normalizer.apply(values[i - 1]))
            .isBetween(0.0, 1.0);
      }
    }
  }
}
