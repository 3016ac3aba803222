package dev.kindred.tools.evaluate.policy;

/**
 * What one estimator says of a policy's mean reward an item shown. Immutable.
 *
 * @param estimator such as {@code snipw}
 * @param value NaN where the log says nothing, as when replay finds no round
 * @param se standard error
 * @param normal value ± 1.96 standard errors
 * @param bootstrap percentiles 2.5 and 97.5 of the value over resampled rounds
 */
public record PolicyEstimate(
    String estimator, double value, double se, Interval normal, Interval bootstrap) {
  /** From least to most. */
  public record Interval(double low, double high) {}
}
