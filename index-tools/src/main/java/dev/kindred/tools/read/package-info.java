/**
 * Offline readers: files in anybody's format to items and events, one record at a time.
 *
 * <p>{@link dev.kindred.tools.read.Inputs} is the way in. A file is bytes ({@code Input}), then
 * lines, a table or JSON objects, then rows of named slots, and last checked values. A bad record
 * is a {@code BadLine} until {@link dev.kindred.tools.read.BadLines} decides whether it stops the
 * reading; what stops it is always an {@link dev.kindred.tools.read.InputException}.
 *
 * <p>May use {@code dev.kindred.tools.read.config}, {@code dev.kindred.data} and {@code
 * dev.kindred.internal}; used by {@code read.config}, {@code evaluate}, {@code tune}, {@code
 * simulate} and {@code cli}.
 */
package dev.kindred.tools.read;
