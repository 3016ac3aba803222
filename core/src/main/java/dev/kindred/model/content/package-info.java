/**
 * Models that read what items say: text and keywords.
 *
 * <p>May use {@code data}, {@code internal}, the parent package and Lucene's document types.
 */
package dev.kindred.model.content;
