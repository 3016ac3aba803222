/**
 * What a configuration says about events and items, as plain values.
 *
 * <p>May use {@code dev.kindred.data}; used by the readers and by whoever calls them.
 */
package dev.kindred.tools.read.config;
