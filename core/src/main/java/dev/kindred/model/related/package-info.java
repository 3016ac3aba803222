/**
 * Models that score an item by a weighted sum over the items of the history.
 *
 * <p>May use {@code data}, {@code internal}, the parent package and Lucene's document types.
 */
package dev.kindred.model.related;
