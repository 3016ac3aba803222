/**
 * The configuration file {@code kindred.yaml}.
 *
 * <p>May use {@code dev.kindred.tools.read}, {@code dev.kindred.tools.read.config}, {@code
 * dev.kindred.data} and {@code dev.kindred.internal}; used by {@code cli}.
 */
package dev.kindred.tools.read.yaml;
