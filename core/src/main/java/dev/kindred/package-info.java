/**
 * Search and recommendation in one Lucene index: what an application embeds.
 *
 * <p>{@link dev.kindred.Recommender} opens an index and answers {@link
 * dev.kindred.request.Request}s. A request is resolved once by the {@link dev.kindred.Resolver}
 * (user found, models asked) into plain data; the {@link dev.kindred.Profile} turns that into a
 * {@link dev.kindred.Plan}: who may appear, and how each is scored. Read on in the order <i>data,
 * model, index; request, retrieve, rank, arrange</i>. This package may use all of core.
 */
package dev.kindred;
