/**
 * Layers of neural networks, forward: what training and serving share.
 *
 * <p>A layer is a record of its shapes and parameter arrays; a gradient is another instance of the
 * same layer. Activations are rows of flat {@code float[]}, one row an example or a position, with
 * the layer's width as stride. Layers hold no state beside parameters and may be shared by threads
 * while nobody writes those. May use {@code internal.math} and {@code internal.artifact}.
 */
package dev.kindred.internal.neural;
