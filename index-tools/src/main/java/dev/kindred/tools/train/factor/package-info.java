/**
 * Algorithms that learn one vector an item and one a user.
 *
 * <p>May use {@code data}, {@code model}, {@code internal}, the parent package and {@code neural}.
 */
package dev.kindred.tools.train.factor;
