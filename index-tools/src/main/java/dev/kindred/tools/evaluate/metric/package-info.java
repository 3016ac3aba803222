/**
 * How good a list of recommendations is: one metric a file, each an accumulator of lists.
 *
 * <p>{@link dev.kindred.tools.evaluate.metric.Metrics} knows them by name; to add one, write its
 * record and register it there. Every value comes with a standard error over users ({@link
 * dev.kindred.tools.evaluate.metric.Bootstrap}). May use {@code data} and {@code
 * internal.registry}; {@code tools.evaluate} uses it.
 */
package dev.kindred.tools.evaluate.metric;
