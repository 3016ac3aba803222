/**
 * What this node did, and how long it took.
 *
 * <p>Uses the engine's listeners only; any package of the plugin may use it.
 */
package dev.kindred.opensearch.stats;
