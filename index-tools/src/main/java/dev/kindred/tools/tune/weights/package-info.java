/**
 * Learns the weights of a profile from what users chose: {@link
 * dev.kindred.tools.tune.weights.Windows} asks every request once and keeps what each signal says
 * of its candidates, {@link dev.kindred.tools.tune.weights.Tuner} searches on that, by coordinate
 * ascent on the metric itself and by a listwise loss, and judges on users that the search has not
 * seen.
 *
 * <p>May use core, {@code tools.tune} and {@code tools.evaluate}; used by {@code tools.build},
 * {@code cli} and {@code benchmarks}.
 */
package dev.kindred.tools.tune.weights;
