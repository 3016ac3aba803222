/**
 * A write-ahead log: what was acknowledged and is not in the Lucene index yet. Many callers share
 * one write to the disk; a record that a crash cut short is left out, damage anywhere else is an
 * error.
 *
 * <p>May use {@code data}; knows nothing of Lucene's index.
 */
package dev.kindred.index.log;
