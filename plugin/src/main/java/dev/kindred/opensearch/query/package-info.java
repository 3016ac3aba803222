/**
 * The {@code kindred} query: parsed, resolved, sent, and run as core's plan.
 *
 * <p>May use {@code core}, the engine, and the plugin's {@code ask} and {@code index}.
 */
package dev.kindred.opensearch.query;
