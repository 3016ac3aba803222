/**
 * Reading of scalars in request bodies: wrong types are errors that say where and what was
 * expected.
 *
 * <p>Uses nothing else of the plugin.
 */
package dev.kindred.opensearch.parse;
