/**
 * How vectors are kept on the disk: the engine's codec with each vector field's own graph and
 * quantisation, for indexes that ask for it.
 *
 * <p>May use {@code mapper} and the engine; no other package of the plugin.
 */
package dev.kindred.opensearch.codec;
