/**
 * Algorithms that read what items say.
 *
 * <p>May use {@code data}, {@code model}, {@code internal} and the parent package.
 */
package dev.kindred.tools.train.content;
