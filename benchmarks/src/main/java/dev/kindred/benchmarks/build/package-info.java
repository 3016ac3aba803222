/**
 * How fast items become an index: {@code ItemWriter} against a bare {@code IndexWriter} that is
 * given the same fields ready-made. Uses {@code report}.
 */
package dev.kindred.benchmarks.build;
