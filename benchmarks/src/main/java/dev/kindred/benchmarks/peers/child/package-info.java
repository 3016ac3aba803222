/**
 * A library's algorithms in a process of their own: the data come in as files, training is ordered
 * line by line, answers go out as files.
 *
 * <p>Used by adapters that have nothing but their library beside them, so it may use the JDK and
 * the clocks of {@code report} alone.
 */
package dev.kindred.benchmarks.peers.child;
