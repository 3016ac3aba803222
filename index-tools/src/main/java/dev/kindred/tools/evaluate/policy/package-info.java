/**
 * What a policy would have earned, told from the log of another one: off-policy estimators with
 * their errors.
 *
 * <p>May use core, {@code tools.read}'s errors and the bootstrap of {@code evaluate.metric}; {@code
 * tools.cli} and {@code benchmarks} use it.
 */
package dev.kindred.tools.evaluate.policy;
