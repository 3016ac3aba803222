/**
 * What walking the graph of vectors loses against scanning them all, and what it costs to lose
 * less.
 *
 * <p>May use core, index-tools' readers, trainers and index writer, and {@code report}.
 */
package dev.kindred.benchmarks.knn;
