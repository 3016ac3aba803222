/**
 * Models of several catalogues in one index, which know a user of one from what the user did in
 * another.
 *
 * <p>May use {@code data}, {@code internal}, the parent package, {@code model.factor} and Lucene's
 * document types.
 */
package dev.kindred.model.domain;
