/**
 * How well models recommend, on published data by published protocols, through the serving path.
 *
 * <p>{@link dev.kindred.benchmarks.accuracy.Rows} is the data; a further row is one more entry.
 * Hyper-parameters are the trainers' defaults or stand in the row; none is chosen on test data.
 */
package dev.kindred.benchmarks.accuracy;
