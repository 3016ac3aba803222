/** Text as counted terms. May use Lucene's analysis and {@code internal.registry}. */
package dev.kindred.internal.text;
