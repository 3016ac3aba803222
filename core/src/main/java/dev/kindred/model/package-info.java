/**
 * Trained models as immutable values with two faces: fields for item documents, and an encoding of
 * a user that those fields answer.
 *
 * <p>One file a model kind, holding its query half and its artifact reader; training is in the
 * tools. May use {@code data}, {@code internal} and Lucene's document types.
 */
package dev.kindred.model;
