/**
 * Related items through the inverted index: when skipping pays, and what the order of documents
 * does to it.
 */
package dev.kindred.benchmarks.retrieve;
