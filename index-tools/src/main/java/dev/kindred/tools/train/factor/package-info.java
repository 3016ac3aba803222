/**
 * Algorithms that learn one vector an item and one a user.
 *
 * <p>May use {@code data}, {@code model}, {@code internal} and the parent package.
 */
package dev.kindred.tools.train.factor;
