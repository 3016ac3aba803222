/**
 * Models that predict ratings from averages and factors.
 *
 * <p>May use {@code data}, {@code internal}, the parent package and Lucene's document types.
 */
package dev.kindred.model.rating;
