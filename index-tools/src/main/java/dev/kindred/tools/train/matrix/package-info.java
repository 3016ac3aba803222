/**
 * Sparse matrices that algorithms train on.
 *
 * <p>May use {@code data}, {@code model}, {@code internal} and the parent package.
 */
package dev.kindred.tools.train.matrix;
