/**
 * Carries an index to an OpenSearch cluster that has the plugin: the same items, models and
 * profiles. Speaks HTTP and JSON; it does not know the plugin's code.
 *
 * <p>May use {@code core}; used by {@code cli}.
 */
package dev.kindred.tools.push;
