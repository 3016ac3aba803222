/**
 * REST handlers: parse, call, print. One file a path.
 *
 * <p>May use every other package of the plugin; only the plugin class uses it.
 */
package dev.kindred.opensearch.rest;
