package dev.kindred.tools.train.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.internal.neural.Noise;
import dev.kindred.internal.neural.Parameter;
import dev.kindred.model.sequence.SasRecModel;
import dev.kindred.model.sequence.SasRecNetwork;
import dev.kindred.tools.train.neural.Dropout;
import dev.kindred.tools.train.neural.NumericGradient;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SasRecShardTest {
  private static final int ITEMS = 19;
  private static final int LENGTH = 40;
  private static final SasRecModel.Settings SETTINGS =
      new SasRecModel.Settings(12, LENGTH, 2, 3, 9, true);

  private final SasRecNetwork network = SasRecNetwork.zeros(SETTINGS, ITEMS);
  private final List<int[]> sequences = List.of(sequence(38, 1), sequence(3, 2), sequence(60, 3));

  SasRecShardTest() {
    long seed = 1;
    for (Parameter parameter : network.parameters()) {
      float[] random = NumericGradient.random(parameter.values().length, seed++);
      System.arraycopy(random, 0, parameter.values(), 0, random.length);
    }
  }

  private static int[] sequence(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return IntStream.range(0, n).map(i -> random.nextInt(ITEMS)).toArray();
  }

  private SasRecShard shard(Loss loss) {
    int[] counts = IntStream.range(0, ITEMS).map(i -> 1 + i % 4).toArray();
    Objective.Choice choice = new Objective.Choice(loss, 7, 0.5, 0.75, 0.5);
    Objective objective = new Objective(choice, network.items(), null, counts);
    return new SasRecShard(network, SasRecNetwork.zeros(SETTINGS, ITEMS), objective);
  }

  private static double loss(SasRecShard shard, List<int[]> sequences, Noise noise) {
    return shard.run(sequences, LENGTH, 0.1f, noise, 5, 77) * 0.1;
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void theGradientIsThatOfTheLoss(Loss loss) {
    SasRecShard shard = shard(loss);
    loss(shard, sequences, Noise.NONE);
    SasRecShard other = shard(loss);
    NumericGradient.check(
        network.parameters(), shard.gradients(), () -> loss(other, sequences, Noise.NONE));
  }

  @Test
  void dropoutHitsForwardAndBackwardAlike() {
    Noise noise = Dropout.of(0.3, 9, 4);
    SasRecShard shard = shard(Loss.SOFTMAX);
    loss(shard, sequences, noise);
    SasRecShard other = shard(Loss.SOFTMAX);
    NumericGradient.check(
        network.parameters(), shard.gradients(), () -> loss(other, sequences, noise));
  }

  @Test
  void sequencesDoNotSeeEachOther() {
    SasRecShard together = shard(Loss.SOFTMAX);
    double sum =
        sequences.stream().mapToDouble(one -> loss(together, List.of(one), Noise.NONE)).sum();
    assertThat(loss(together, sequences, Noise.NONE)).isCloseTo(sum, within(1e-4 * sum));
  }

  @Test
  void noRowsAreNoLoss() {
    assertThat(loss(shard(Loss.SOFTMAX), List.of(), Noise.NONE)).isZero();
  }
}
