/**
 * What all comparisons share: the machine they ran on, clocks, medians and the pages they write.
 *
 * <p>Used by the other packages of the benchmarks; uses none of them.
 */
package dev.kindred.benchmarks.report;
