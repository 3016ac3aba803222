/**
 * What is said of items and users of whom no event is known: places in the spaces of other models,
 * predicted from what is declared of them.
 *
 * <p>May use {@code data}, {@code internal}, the parent package, {@code model.content} and Lucene's
 * document types.
 */
package dev.kindred.model.cold;
