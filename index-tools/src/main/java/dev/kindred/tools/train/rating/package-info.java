/**
 * Trainers of models that predict ratings, and what all of them start from.
 *
 * <p>May use {@code data}, {@code model}, {@code internal} and the parent package.
 */
package dev.kindred.tools.train.rating;
