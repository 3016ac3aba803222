/**
 * Losses over a catalogue, with scores, loss and gradient fused in tiles of rows: nothing of the
 * size of a batch times the items is stored. May use {@code internal} and the parent package.
 */
package dev.kindred.tools.train.neural.loss;
