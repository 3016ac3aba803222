/**
 * Field types for what models write into items: vectors, weighted terms, numbers, and the order of
 * equal scores. Each writes the same Lucene fields as an embedded index has.
 *
 * <p>May use {@code core} and the engine; no other package of the plugin.
 */
package dev.kindred.opensearch.mapper;
