/**
 * Models with a feed-forward network: two towers compared by dot product, and learned signals whose
 * network joins a request with each item of the window.
 *
 * <p>May use {@code data}, {@code internal}, the parent package and Lucene's document types.
 */
package dev.kindred.model.deep;
