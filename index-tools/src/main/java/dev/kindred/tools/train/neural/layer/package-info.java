/**
 * Backward passes of the layers in {@code internal.neural}. Each adds to a gradient, which is an
 * instance of the layer itself. May use {@code internal}.
 */
package dev.kindred.tools.train.neural.layer;
