/**
 * A real node of the cluster beside the embedded engine: what asking over REST costs.
 *
 * <p>May use all modules and {@code report}.
 */
package dev.kindred.benchmarks.cluster;
