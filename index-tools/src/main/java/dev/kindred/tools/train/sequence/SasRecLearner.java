package dev.kindred.tools.train.sequence;

import dev.kindred.internal.neural.CausalAttention;
import dev.kindred.internal.neural.Dense;
import dev.kindred.internal.neural.LayerNorm;
import dev.kindred.internal.neural.Noise;
import dev.kindred.internal.neural.Parameter;
import dev.kindred.internal.neural.TransformerBlock;
import dev.kindred.model.sequence.SasRecModel;
import dev.kindred.model.sequence.SasRecNetwork;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.neural.Adam;
import dev.kindred.tools.train.neural.Average;
import dev.kindred.tools.train.neural.Dropout;
import dev.kindred.tools.train.neural.Hash;
import dev.kindred.tools.train.neural.Initial;
import dev.kindred.tools.train.neural.Learner;
import dev.kindred.tools.train.neural.Shards;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Trains a SASRec network by batches of whole sequences. */
final class SasRecLearner implements Learner {
  /** Deviation of the embeddings at the start. */
  private static final double SPREAD = 0.02;

  private final SasRec trainer;
  private final Sequences sequences;
  private final Run run;
  private final SasRecNetwork network;
  private final SasRecNetwork averaged;
  private final Average average;
  private final List<SasRecShard> shards = new ArrayList<>();
  private final Adam optimizer;
  private final Validation validation;

  SasRecLearner(SasRec trainer, Sequences sequences, Run run) {
    this.trainer = trainer;
    this.sequences = sequences;
    this.run = run;
    SasRecModel.Settings settings = trainer.settings();
    this.network = SasRecNetwork.zeros(settings, sequences.items());
    initialize(network, new SplittableRandom(run.seed()));
    this.averaged = SasRecNetwork.zeros(settings, sequences.items());
    this.average = new Average(network.parameters(), averaged.parameters(), trainer.averaging());
    int[] counts = sequences.counts();
    for (int shard = 0; shard < Shards.COUNT; shard++) {
      Objective objective = new Objective(trainer.choice(), network.items(), null, counts);
      shards.add(
          new SasRecShard(network, SasRecNetwork.zeros(settings, sequences.items()), objective));
    }
    this.optimizer = new Adam(network.parameters(), 0.9, 0.98, 0);
    this.validation = new Validation(sequences, averaged.items(), null);
  }

  private static void initialize(SasRecNetwork network, SplittableRandom random) {
    Initial.normal(network.items().table(), SPREAD, random);
    Initial.normal(network.positions().table(), SPREAD, random);
    for (TransformerBlock block : network.blocks()) {
      CausalAttention attention = block.attention();
      for (LayerNorm norm : List.of(block.first(), block.second())) {
        Arrays.fill(norm.gain(), 1);
      }
      for (Dense dense :
          List.of(attention.projection(), attention.output(), block.inner(), block.outer())) {
        Initial.glorot(dense.weights(), dense.in(), Math.min(dense.in(), dense.out()), random);
      }
    }
    Arrays.fill(network.last().gain(), 1);
  }

  /** The average of what was trained. */
  SasRecNetwork network() {
    return averaged;
  }

  @Override
  public double epoch(int number) {
    int[] order = sequences.order(run.seed(), number);
    int batches = (order.length + trainer.batch() - 1) / trainer.batch();
    double loss = 0;
    long rows = 0;
    for (int batch = 0; batch < batches; batch++) {
      int from = batch * trainer.batch();
      int to = Math.min(order.length, from + trainer.batch());
      List<int[]> members = new ArrayList<>();
      for (int i = from; i < to; i++) {
        members.add(sequences.train().get(order[i]));
      }
      long step = (long) (number - 1) * batches + batch;
      loss += step(members, step);
      rows += rows(members, members.size());
    }
    return loss / Math.max(1, rows);
  }

  /** The sum of the losses of a batch's rows. */
  private double step(List<int[]> members, long step) {
    float scale = 1f / rows(members, members.size());
    Noise noise = Dropout.of(trainer.dropout(), run.seed(), step);
    double loss =
        Shards.run(
            run.threads(),
            shard -> {
              int first = Shards.start(shard, members.size());
              List<int[]> part = members.subList(first, Shards.start(shard + 1, members.size()));
              long firstRow = rows(members, first);
              long key = Hash.of(Hash.of(run.seed(), step), shard);
              return shards.get(shard).run(part, trainer.length(), scale, noise, firstRow, key);
            });
    Shards.sum(shards.stream().map(SasRecShard::gradients).toList(), run.threads());
    optimizer.step(shards.getFirst().gradients(), trainer.learning_rate(), run.threads());
    average.update();
    return loss;
  }

  private long rows(List<int[]> members, int count) {
    return members.stream()
        .limit(count)
        .mapToLong(sequence -> Math.min(trainer.length(), sequence.length - 1))
        .sum();
  }

  @Override
  public double validate() {
    return validation.ndcg(this::encoder, run.threads());
  }

  private Validation.Encoder encoder() {
    SasRecNetwork.State state = new SasRecNetwork.State(averaged);
    int width = averaged.width();
    return (histories, vectors) -> {
      int[] starts = new int[histories.size() + 1];
      for (int s = 0; s < histories.size(); s++) {
        starts[s + 1] = starts[s] + Math.min(trainer.length(), histories.get(s).length);
      }
      int[] tokens = new int[starts[histories.size()]];
      for (int s = 0; s < histories.size(); s++) {
        int n = starts[s + 1] - starts[s];
        int[] history = histories.get(s);
        System.arraycopy(history, history.length - n, tokens, starts[s], n);
      }
      averaged.apply(tokens, starts, histories.size(), state, Noise.NONE, 0);
      for (int s = 0; s < histories.size(); s++) {
        System.arraycopy(state.out, (starts[s + 1] - 1) * width, vectors, s * width, width);
      }
    };
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
