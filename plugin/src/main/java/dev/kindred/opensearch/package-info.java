/**
 * Kindred as an OpenSearch plugin: parse, fetch, serialise, register. No arithmetic on scores; the
 * ranking is {@code core}'s, unchanged.
 *
 * <p>A request is resolved once on the node that coordinates it (user fetched, models asked), and
 * travels to the shards as plain data. May use {@code core} and the engine; nothing uses it.
 */
package dev.kindred.opensearch;
