/**
 * Models with one vector an item and one a user, compared by dot product.
 *
 * <p>May use {@code data}, {@code internal}, the parent package and Lucene's document types.
 */
package dev.kindred.model.factor;
