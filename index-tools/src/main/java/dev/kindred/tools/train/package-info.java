/**
 * Training: a {@link dev.kindred.tools.train.Trainer} is a value whose components are its
 * hyper-parameters, and makes an immutable model of a data set.
 *
 * <p>One file an algorithm, registered in {@link dev.kindred.tools.train.registry.Trainers}. May
 * use {@code data}, {@code model} and {@code internal}.
 */
package dev.kindred.tools.train;
