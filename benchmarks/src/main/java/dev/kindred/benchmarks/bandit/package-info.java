/**
 * Bandits: regret in simulations, and off-policy estimates against independent ones.
 *
 * <p>May use core, {@code tools} and {@code benchmarks.report}; {@code benchmarks.accuracy} takes
 * two rows of the scoreboard from here.
 */
package dev.kindred.benchmarks.bandit;
