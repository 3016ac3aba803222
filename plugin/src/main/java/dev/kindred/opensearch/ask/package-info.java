/**
 * A recommendation request as JSON and on the wire, and its resolution on the coordinating node.
 *
 * <p>May use {@code core}, the engine, and the plugin's {@code index}, {@code model} and {@code
 * user}; used by {@code query}, {@code rescore}, {@code answer} and {@code rest}.
 */
package dev.kindred.opensearch.ask;
