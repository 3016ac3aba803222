/**
 * What was shown and what came of it, kept for learning: weights, bandits and off-policy estimates.
 *
 * <p>May use {@code request}, {@code data}, {@code index} and {@code internal}.
 */
package dev.kindred.impressions;
