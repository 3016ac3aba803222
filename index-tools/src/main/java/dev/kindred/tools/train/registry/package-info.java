/**
 * Every algorithm by name, with its parameters as text.
 *
 * <p>May use {@code data}, {@code model}, {@code internal} and the parent package.
 */
package dev.kindred.tools.train.registry;
