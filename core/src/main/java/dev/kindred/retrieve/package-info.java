/**
 * Who may appear: each {@link dev.kindred.retrieve.Retriever} proposes items with a plain Lucene
 * query whose score ranks its proposals, so that block-max skipping and KNN do the work.
 *
 * <p>May use {@code request}, {@code model} and {@code data}; never {@code rank} or {@code
 * arrange}.
 */
package dev.kindred.retrieve;
