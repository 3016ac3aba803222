/**
 * Predictors of what other models would say of items and users of whom no event is known.
 *
 * <p>May use {@code data}, {@code model}, {@code internal}, the parent package and {@code
 * train.matrix}.
 */
package dev.kindred.tools.train.cold;
