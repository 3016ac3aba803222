package dev.kindred.tools.train;

import dev.kindred.model.Model;

/**
 * Trains a network by epochs: such trainers, and no others, do what {@link Run#longWork} asks.
 *
 * @param <M> the kind of model it makes
 */
public interface NetworkTrainer<M extends Model> extends Trainer<M> {}
