/**
 * Weighted terms against the postings of an index: one document at a time, in blocks, or all.
 *
 * <p>May use Lucene only.
 */
package dev.kindred.internal.sparse;
