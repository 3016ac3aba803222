package dev.kindred.tools.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.internal.neural.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardsTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 1000})
  void partsCoverTheBatch(int examples) {
    assertThat(Shards.start(0, examples)).isZero();
    assertThat(Shards.start(Shards.COUNT, examples)).isEqualTo(examples);
    for (int shard = 0; shard < Shards.COUNT; shard++) {
      assertThat(Shards.start(shard, examples))
          .isLessThanOrEqualTo(Shards.start(shard + 1, examples));
    }
  }

  @Test
  void lossesAndGradientsAreAddedInOrder() {
    double expected = 0;
    for (int shard = 0; shard < Shards.COUNT; shard++) {
      expected += Math.sqrt(shard);
    }
    assertThat(Shards.run(3, Math::sqrt)).isEqualTo(expected);
    assertThat(sum(3)).isEqualTo(sum(1));
  }

  private static float[] sum(int threads) {
    List<List<Parameter>> parts = new ArrayList<>();
    for (int shard = 0; shard < Shards.COUNT; shard++) {
      parts.add(List.of(new Parameter("g", NumericGradient.random(50_000, shard), 50_000)));
    }
    double first = parts.stream().mapToDouble(part -> part.getFirst().values()[49_999]).sum();
    Shards.sum(parts, threads);
    float[] sum = parts.getFirst().getFirst().values();
    assertThat((double) sum[49_999]).isCloseTo(first, within(1e-5));
    return sum;
  }
}
