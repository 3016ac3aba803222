/**
 * Algorithms that learn how items relate to items.
 *
 * <p>May use {@code data}, {@code model}, {@code internal} and the parent package.
 */
package dev.kindred.tools.train.related;
