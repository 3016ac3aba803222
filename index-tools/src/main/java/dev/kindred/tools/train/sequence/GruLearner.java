package dev.kindred.tools.train.sequence;

import dev.kindred.internal.neural.Dense;
import dev.kindred.internal.neural.Noise;
import dev.kindred.internal.neural.Parameter;
import dev.kindred.model.sequence.GruNetwork;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.neural.Adam;
import dev.kindred.tools.train.neural.Average;
import dev.kindred.tools.train.neural.Dropout;
import dev.kindred.tools.train.neural.Hash;
import dev.kindred.tools.train.neural.Initial;
import dev.kindred.tools.train.neural.Learner;
import dev.kindred.tools.train.neural.Optimizer;
import dev.kindred.tools.train.neural.Shards;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Trains a GRU4Rec network by stretches of parallel sessions. */
final class GruLearner implements Learner {
  /** The most that a gradient may measure. */
  private static final double CLIP = 5;

  private final Gru trainer;
  private final Sequences sequences;
  private final Run run;
  private final GruNetwork network;
  private final GruNetwork averaged;
  private final Average average;
  private final int lanes;
  private final Objective[] objectives = new Objective[Shards.COUNT];
  private final Adam optimizer;
  private final Validation validation;

  GruLearner(Gru trainer, Sequences sequences, Run run) {
    this.trainer = trainer;
    this.sequences = sequences;
    this.run = run;
    this.network = GruNetwork.zeros(trainer.factors(), sequences.items());
    SplittableRandom random = new SplittableRandom(run.seed());
    Initial.normal(network.items().table(), 1 / Math.sqrt(trainer.factors()), random);
    for (Dense dense : List.of(network.cell().input(), network.cell().hidden())) {
      Initial.glorot(dense.weights(), dense.in(), dense.in(), random);
    }
    this.averaged = GruNetwork.zeros(trainer.factors(), sequences.items());
    this.average = new Average(network.parameters(), averaged.parameters(), trainer.averaging());
    this.lanes = Math.max(1, Math.min(trainer.batch(), sequences.train().size()));
    int[] counts = sequences.counts();
    for (int shard = 0; shard < Shards.COUNT; shard++) {
      objectives[shard] = new Objective(trainer.choice(), network.items(), network.bias(), counts);
    }
    this.optimizer = new Adam(network.parameters(), 0);
    this.validation = new Validation(sequences, averaged.items(), averaged.bias());
  }

  /** The average of what was trained. */
  GruNetwork network() {
    return averaged;
  }

  @Override
  public double epoch(int number) {
    List<GruShard> shards = new ArrayList<>();
    for (int shard = 0; shard < Shards.COUNT; shard++) {
      int size = Shards.start(shard + 1, lanes) - Shards.start(shard, lanes);
      shards.add(new GruShard(network, objectives[shard], size, trainer.steps()));
    }
    Stretch stretch =
        new Stretch(sequences.train(), sequences.order(run.seed(), number), lanes, trainer.steps());
    double loss = 0;
    long total = 0;
    long step = 0;
    for (int rows = stretch.advance(); rows > 0; rows = stretch.advance()) {
      loss += step(shards, stretch, rows, Hash.of(number, step++));
      total += rows;
    }
    return loss / Math.max(1, total);
  }

  /** The sum of a stretch's losses. */
  private double step(List<GruShard> shards, Stretch stretch, int rows, long step) {
    float scale = 1f / rows;
    Noise noise = Dropout.of(trainer.dropout(), run.seed(), step);
    double loss =
        Shards.run(
            run.threads(),
            shard -> {
              long key = Hash.of(Hash.of(run.seed(), step), shard);
              int first = Shards.start(shard, lanes);
              return shards.get(shard).run(stretch, first, scale, noise, key);
            });
    Shards.sum(shards.stream().map(GruShard::gradients).toList(), run.threads());
    List<Parameter> gradient = shards.getFirst().gradients();
    Optimizer.clip(gradient, CLIP);
    optimizer.step(gradient, trainer.learning_rate(), run.threads());
    average.update();
    return loss;
  }

  @Override
  public double validate() {
    return validation.ndcg(() -> this::encode, run.threads());
  }

  /** Runs histories side by side, so that all end with the last step. */
  private void encode(List<int[]> histories, float[] vectors) {
    int width = averaged.width();
    int rows = histories.size();
    int longest =
        Math.min(
            trainer.length(), histories.stream().mapToInt(items -> items.length).max().orElse(0));
    float[] x = new float[rows * width];
    float[] gates = new float[rows * 3 * width];
    float[] recurrent = new float[rows * 3 * width];
    for (int step = longest; step > 0; step--) {
      for (int row = 0; row < rows; row++) {
        int[] items = histories.get(row);
        if (step >= Math.min(items.length, longest)) {
          Arrays.fill(vectors, row * width, (row + 1) * width, 0);
        }
        if (step <= items.length) {
          averaged.items().copy(items[items.length - step], 1, x, row * width);
        }
      }
      averaged.cell().apply(rows, x, 0, vectors, 0, gates, 0, recurrent, 0, vectors, 0);
    }
  }

  @Override
  public List<Parameter> parameters() {
    return averaged.parameters();
  }

  @Override
  public List<Parameter> state() {
    List<Parameter> state = new ArrayList<>(average.state());
    state.addAll(optimizer.state());
    return state;
  }
}
