package dev.kindred.tools.train;

import dev.kindred.data.Dataset;
import dev.kindred.model.Model;
import java.util.Collection;
import java.util.List;

/**
 * An algorithm that learns from what others have learned. Without others it learns nothing, which
 * is of use to nobody, and not wrong.
 *
 * @param <M> the kind of model it makes
 */
public interface Dependent<M extends Model> extends Trainer<M> {
  /**
   * Trains after the others.
   *
   * @param others trained on the same data
   */
  M train(Dataset data, Collection<? extends Model> others, Run run);

  @Override
  default M train(Dataset data, Run run) {
    return train(data, List.of(), run);
  }
}
