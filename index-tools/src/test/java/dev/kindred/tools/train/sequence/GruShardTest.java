package dev.kindred.tools.train.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.internal.neural.Noise;
import dev.kindred.internal.neural.Parameter;
import dev.kindred.model.sequence.GruNetwork;
import dev.kindred.tools.train.neural.Dropout;
import dev.kindred.tools.train.neural.NumericGradient;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GruShardTest {
  private static final int ITEMS = 13;
  private static final int STEPS = 7;
  private static final List<int[]> SESSIONS =
      List.of(
          new int[] {1, 2, 3},
          new int[] {4, 5, 6, 7, 8, 9, 10, 11, 12, 0},
          new int[] {2, 1},
          new int[] {5, 3, 5, 3});

  private final GruNetwork network = GruNetwork.zeros(5, ITEMS);

  GruShardTest() {
    long seed = 1;
    for (Parameter parameter : network.parameters()) {
      float[] random = NumericGradient.random(parameter.values().length, seed++);
      System.arraycopy(random, 0, parameter.values(), 0, random.length);
    }
  }

  private GruShard shard(Loss loss, int lanes, int steps) {
    int[] counts = IntStream.range(0, ITEMS).map(i -> 1 + i % 4).toArray();
    Objective.Choice choice = new Objective.Choice(loss, 6, 0.5, 0.75, 0.5);
    Objective objective = new Objective(choice, network.items(), network.bias(), counts);
    return new GruShard(network, objective, lanes, steps);
  }

  private static Stretch stretch(int lanes, int steps) {
    return new Stretch(SESSIONS, new int[] {0, 1, 2, 3}, lanes, steps);
  }

  /** The loss of the second of three lanes and the third. */
  private static double loss(GruShard shard, Noise noise) {
    Stretch stretch = stretch(3, STEPS);
    stretch.advance();
    return 0.1 * shard.run(stretch, 1, 0.1f, noise, 77);
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void theGradientIsThatOfTheLoss(Loss loss) {
    GruShard shard = shard(loss, 2, STEPS);
    loss(shard, Noise.NONE);
    NumericGradient.check(
        network.parameters(), shard.gradients(), () -> loss(shard(loss, 2, STEPS), Noise.NONE));
  }

  @Test
  void dropoutHitsForwardAndBackwardAlike() {
    Noise noise = Dropout.of(0.3, 9, 4);
    GruShard shard = shard(Loss.SOFTMAX, 2, STEPS);
    loss(shard, noise);
    NumericGradient.check(
        network.parameters(), shard.gradients(), () -> loss(shard(Loss.SOFTMAX, 2, STEPS), noise));
  }

  @Test
  void statesAreCarriedFromStretchToStretchAndNotFromSessionToSession() {
    double whole = total(1, 20);
    assertThat(total(1, 3)).isCloseTo(whole, within(1e-4));
    assertThat(total(3, 2)).isCloseTo(whole, within(1e-4));
    assertThat(total(4, 1)).isCloseTo(whole, within(1e-4));
  }

  /** The loss of all sessions, with so many lanes and steps. */
  private double total(int lanes, int steps) {
    GruShard shard = shard(Loss.SOFTMAX, lanes, steps);
    Stretch stretch = stretch(lanes, steps);
    double loss = 0;
    int rows = 0;
    for (int read = stretch.advance(); read > 0; read = stretch.advance()) {
      loss += shard.run(stretch, 0, 1, Noise.NONE, 0);
      rows += read;
    }
    assertThat(rows).isEqualTo(2 + 9 + 1 + 3);
    return loss;
  }

  @Test
  void aLaneTakesTheNextSessionWhereOneEnds() {
    Stretch stretch = stretch(2, 4);
    assertThat(stretch.advance()).isEqualTo(8);
    assertThat(IntStream.range(0, 4).map(step -> stretch.token(step, 0)))
        .containsExactly(1, 2, 2, 5);
    assertThat(IntStream.range(0, 4).map(step -> stretch.target(step, 0)))
        .containsExactly(2, 3, 1, 3);
    assertThat(stretch.starts(0, 0)).isTrue();
    assertThat(stretch.starts(1, 0)).isFalse();
    assertThat(stretch.starts(2, 0)).isTrue();
    assertThat(stretch.token(3, 1)).isEqualTo(7);
  }
}
