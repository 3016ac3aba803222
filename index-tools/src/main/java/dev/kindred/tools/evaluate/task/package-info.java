/**
 * What is asked of a recommender offline: training data, queries, and what each user went on to
 * choose.
 *
 * <p>A {@link dev.kindred.tools.evaluate.task.Task} is made by a {@link
 * dev.kindred.tools.evaluate.task.Split} of one log, or by {@link
 * dev.kindred.tools.evaluate.task.Published} from files that were split elsewhere. Nothing is
 * dropped without being counted ({@link dev.kindred.tools.evaluate.task.Counts}). May use {@code
 * data} and {@code internal.registry}; {@code tools.evaluate} uses it.
 */
package dev.kindred.tools.evaluate.task;
