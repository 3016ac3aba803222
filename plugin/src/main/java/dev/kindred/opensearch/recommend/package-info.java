/**
 * Whole recommendations on a cluster: one search, signals and reasons with each hit, and the
 * arrangers once the shards are merged.
 *
 * <p>May use {@code core}, the engine, and the plugin's {@code ask}, {@code index}, {@code query}
 * and {@code rescore}; used by {@code rest}.
 */
package dev.kindred.opensearch.recommend;
