/**
 * Training of neural networks: optimisers, dropout, shards of a batch, and the loop over epochs
 * with early stopping, checkpoints and a time limit. Backward passes are in {@code layer}, losses
 * in {@code loss}.
 *
 * <p>Everything random is a function of the seed and the place where it is used, and a batch is cut
 * into a fixed number of shards whose gradients are added in order: the number of threads changes
 * no bit. May use {@code data}, {@code internal} and the parent package.
 */
package dev.kindred.tools.train.neural;
