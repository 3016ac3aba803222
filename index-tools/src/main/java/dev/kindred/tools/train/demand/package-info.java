/**
 * Algorithms that count: popularity and trend.
 *
 * <p>May use {@code data}, {@code model}, {@code internal} and the parent package.
 */
package dev.kindred.tools.train.demand;
