/**
 * Models on a cluster: stored in chunks in a system index, loaded by the nodes that need them.
 *
 * <p>May use {@code core} and the engine; no other package of the plugin.
 */
package dev.kindred.opensearch.model;
