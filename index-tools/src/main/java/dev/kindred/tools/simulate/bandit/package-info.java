/**
 * Bandits whose truth is known: what a policy loses against the best choice, over time.
 *
 * <p>May use core's {@code arrange.bandit}; {@code tools} and {@code benchmarks} use it.
 */
package dev.kindred.tools.simulate.bandit;
