/**
 * Items, users and models as Lucene indexes on disk: what goes into documents, how it is found
 * again, and how one generation of an index replaces another.
 *
 * <p>{@link dev.kindred.index.Schema} says what an item's fields mean, {@link
 * dev.kindred.index.ItemWriter} writes items, {@link dev.kindred.index.LuceneCatalogue} and {@link
 * dev.kindred.index.LuceneUserStore} find items and users, {@code index.log} makes events lasting,
 * {@link dev.kindred.index.Generations} publishes a finished build. May use {@code data}, {@code
 * model}, {@code internal} and Lucene; knows nothing of requests or ranking.
 */
package dev.kindred.index;
