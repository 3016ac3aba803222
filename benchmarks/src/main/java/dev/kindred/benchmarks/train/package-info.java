/**
 * How long training takes: ALS iterations on a matrix of the size of MovieLens 20M, against EJML
 * and against what the machine can do at most. Uses {@code report} and the kernels' benchmark.
 */
package dev.kindred.benchmarks.train;
