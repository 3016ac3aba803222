package dev.kindred.tools.evaluate.metric;

/**
 * A measured value. Immutable.
 *
 * @param value over all users; {@link Double#NaN} when there were none
 * @param se its standard error over users; {@link Double#NaN} when fewer than two were measured
 */
public record Estimate(double value, double se) {}
