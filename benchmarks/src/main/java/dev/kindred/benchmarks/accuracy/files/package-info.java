/**
 * Files of published data sets in formats of their own, which nobody else needs to read.
 *
 * <p>Uses the JDK alone.
 */
package dev.kindred.benchmarks.accuracy.files;
