/**
 * What new items and new users get: accuracy where there is nothing to learn from.
 *
 * <p>May use core and the tools.
 */
package dev.kindred.benchmarks.cold;
