/**
 * Numbers of items that change without the item being written again.
 *
 * <p>May use Lucene alone.
 */
package dev.kindred.internal.live;
