/**
 * How fast the float kernels are, one at a time: JMH, against EJML and against the machine's limit.
 * Uses {@code report}.
 */
package dev.kindred.benchmarks.kernels;
