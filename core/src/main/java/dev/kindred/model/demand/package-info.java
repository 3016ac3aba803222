/**
 * Models that say the same of everyone: popularity and trend.
 *
 * <p>May use {@code data}, {@code internal}, the parent package and Lucene's document types.
 */
package dev.kindred.model.demand;
