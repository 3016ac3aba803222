/**
 * Reproducible comparisons: {@code kindred bench accuracy|train|serve|build|kernels}.
 *
 * <p>One package a comparison, each writing one page under {@code benchmarks/results}; {@code
 * report} is what they share. May use core and the tools; nothing uses it.
 */
package dev.kindred.benchmarks;
