/**
 * Trainers of models that read the history as a sequence.
 *
 * <p>May use {@code data}, {@code model}, {@code internal}, the parent package and {@code neural}.
 */
package dev.kindred.tools.train.sequence;
