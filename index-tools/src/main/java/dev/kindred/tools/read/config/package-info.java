/**
 * The configuration file {@code kindred.yaml} as a tree of records.
 *
 * <p>May use {@code dev.kindred.data} and {@code dev.kindred.internal.registry}; used by the
 * readers and by {@code cli}.
 */
package dev.kindred.tools.read.config;
