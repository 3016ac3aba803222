/**
 * The bookshop: a search application that embeds Kindred, from a bundled catalogue of real books
 * and simulated readers to a web page.
 *
 * <p>{@link dev.kindred.examples.bookshop.Bookshop} is the part to copy: it builds an index and
 * asks it. May use core and the tools.
 */
package dev.kindred.examples.bookshop;
