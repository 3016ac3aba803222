package dev.kindred.tools.train;

import dev.kindred.data.Dataset;
import dev.kindred.model.Model;

/**
 * An algorithm with its hyper-parameters. Implementations are immutable records: their components
 * are at once the options of the command line and the provenance in the model's manifest.
 *
 * @param <M> the kind of model it makes
 */
public interface Trainer<M extends Model> {
  /**
   * Trains. The same data, parameters and seed give the same model, whatever the number of threads.
   *
   * @throws IllegalArgumentException when the data is not what the algorithm needs
   */
  M train(Dataset data, Run run);
}
