/**
 * Live events: what survives SIGKILL, how fast events are acknowledged, and what ingestion costs
 * those who ask meanwhile.
 *
 * <p>May use all modules and {@code report}.
 */
package dev.kindred.benchmarks.live;
