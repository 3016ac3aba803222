/**
 * Vectors as doc values: read one document at a time, never searched.
 *
 * <p>May use Lucene's document and utility types.
 */
package dev.kindred.internal.vector;
