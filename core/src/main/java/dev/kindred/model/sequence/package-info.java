/**
 * Models that read the history as a sequence: a network turns the last events into a hidden state,
 * which the items' output vectors answer by dot product.
 *
 * <p>May use {@code data}, {@code internal}, the parent package and Lucene's document types.
 */
package dev.kindred.model.sequence;
