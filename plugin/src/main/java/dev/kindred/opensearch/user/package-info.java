/**
 * Users as documents of an index of their own: bounded histories, appended to by events.
 *
 * <p>May use {@code core} and the engine; no other package of the plugin.
 */
package dev.kindred.opensearch.user;
