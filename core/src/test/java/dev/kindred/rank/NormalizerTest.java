package dev.kindred.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.lucene.search.Explanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NormalizerTest {
  static Stream<Normalizer> all() {
    return Stream.of(
        new Normalizer.Identity(),
        new Normalizer.Saturation(0.3),
        new Normalizer.Logistic(0.1, 4),
        new Normalizer.Range(-1, 2));
  }

  @ParameterizedTest
  @MethodSource("all")
  void isMonotoneAndFinite(Normalizer normalizer) {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 10_000; i++) {
      double low = random.nextDouble(-50, 50);
      double high = low + random.nextDouble(10);
      assertThat(normalizer.apply(low)).isFinite().isLessThanOrEqualTo(normalizer.apply(high));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void explanationHasTheSameValue(Normalizer normalizer) {
    Explanation raw = Explanation.match(0.7, "raw");
    assertThat(normalizer.explain(raw).getValue().doubleValue()).isEqualTo(normalizer.apply(0.7));
    assertThat(normalizer.explain(raw).getDescription()).contains(normalizer.formula());
  }

  @ParameterizedTest
  @MethodSource("all")
  void isItsOwnJson(Normalizer normalizer) {
    assertThat(Normalizers.JSON.read(Normalizers.JSON.write(normalizer))).isEqualTo(normalizer);
  }

  @Test
  void saturationIsHalfAtItsPivot() {
    Normalizer saturation = new Normalizer.Saturation(4);
    assertThat(saturation.apply(4)).isEqualTo(0.5);
    assertThat(saturation.apply(-1)).isZero();
  }

  @Test
  void impossibleParametersAreRefused() {
    assertThatThrownBy(() -> new Normalizer.Saturation(0)).hasMessageContaining("pivot");
    assertThatThrownBy(() -> new Normalizer.Logistic(0, -1)).hasMessageContaining("slope");
    assertThatThrownBy(() -> new Normalizer.Range(1, 1)).hasMessageContaining("high");
  }
}
