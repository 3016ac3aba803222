/**
 * What an index says of itself: schema, profiles and model versions, kept in the mapping's {@code
 * _meta} and so on every node, switched with the alias.
 *
 * <p>May use {@code core} and the engine; no other package of the plugin.
 */
package dev.kindred.opensearch.index;
