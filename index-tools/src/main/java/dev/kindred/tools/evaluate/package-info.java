/**
 * How good a recommender is, measured offline: an {@link dev.kindred.tools.evaluate.Answerer} ranks
 * the queries of a {@link dev.kindred.tools.evaluate.task.Task}, the {@link
 * dev.kindred.tools.evaluate.Evaluator} measures its answers, and the {@link
 * dev.kindred.tools.evaluate.Report} says what the numbers are worth.
 *
 * <pre>{@code
 * Task task = Split.parse("time:0.9", 42).tasks(log, Seen.FILTERED).getFirst();
 * Evaluator evaluator = new Evaluator(Metrics.parse("ndcg@10,recall@20")).threads(2);
 * Result result = evaluator.evaluate("home", task, new ServingAnswerer(recommender, "home", task));
 * }</pre>
 *
 * <p>{@code task} holds splits and queries, {@code metric} the metrics. {@link
 * dev.kindred.tools.evaluate.ServingAnswerer} replays the serving path, so that an offline number
 * is about what users get. May use all of core; {@code tools.tune}, {@code tools.cli} and {@code
 * benchmarks} use it.
 */
package dev.kindred.tools.evaluate;
