/**
 * Every kind of model by name: what loads an artifact whatever its kind.
 *
 * <p>May use {@code data}, {@code internal}, the parent package and Lucene's document types.
 */
package dev.kindred.model.registry;
