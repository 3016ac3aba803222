/**
 * The {@code kindred} rescorer: the hits of any query in the order of a profile's blend.
 *
 * <p>May use {@code core}, the engine, and the plugin's {@code ask} and {@code index}.
 */
package dev.kindred.opensearch.rescore;
