/**
 * What bandits have learned, as plain values: rewards by item, regressions on features.
 *
 * <p>Immutable. Uses nothing of Kindred; every other package may use it.
 */
package dev.kindred.data.bandit;
