package dev.kindred.tools.train.factor;

import dev.kindred.internal.neural.Parameter;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.neural.Adam;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Trains an autoencoder on batches of rows in an order drawn anew each epoch. */
final class AutoencoderEpochs {
  private final Autorec settings;
  private final Run run;
  private final int[] order;
  private final Adam adam;
  private final List<float[]> gradients;
  private final List<Parameter> slopes;
  private final Autoencoder.Batch batch;
  private final SplittableRandom random;

  AutoencoderEpochs(Autoencoder network, Autorec settings, Run run) {
    this.settings = settings;
    this.run = run;
    this.order = IntStream.range(0, network.rows()).filter(network::speaks).toArray();
    this.adam = new Adam(named(network.parameters()), 0);
    this.gradients = network.zeros();
    this.slopes = named(gradients);
    this.batch = network.new Batch(Math.min(settings.batch(), Math.max(1, order.length)));
    this.random = new SplittableRandom(run.seed() + 1);
  }

  /** The arrays themselves, as the optimiser knows them. */
  private static List<Parameter> named(List<float[]> arrays) {
    return IntStream.range(0, arrays.size())
        .mapToObj(p -> new Parameter("p" + p, arrays.get(p), arrays.get(p).length))
        .toList();
  }

  /**
   * Passes over all rows.
   *
   * @return the mean loss a row, without regularisation; 0 when no row holds anything
   */
  double epoch() {
    shuffle();
    double loss = 0;
    for (int from = 0; from < order.length; from += settings.batch()) {
      int[] rows = Arrays.copyOfRange(order, from, Math.min(order.length, from + settings.batch()));
      long seed = random.nextLong();
      loss +=
          rows.length * batch.gradient(rows, settings.dropout(), seed, gradients, run.threads());
      adam.step(slopes, settings.learning_rate(), run.threads());
    }
    return order.length == 0 ? 0 : loss / order.length;
  }

  private void shuffle() {
    for (int n = order.length; n > 1; n--) {
      int drawn = random.nextInt(n);
      int row = order[drawn];
      order[drawn] = order[n - 1];
      order[n - 1] = row;
    }
  }
}
