/**
 * Training of models with feed-forward networks over embeddings: neural matrix factorisation, wide
 * and deep learning, two towers.
 *
 * <p>May use {@code data}, {@code model}, {@code internal}, the parent package and {@code
 * train.neural}.
 */
package dev.kindred.tools.train.deep;
