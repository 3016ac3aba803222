/**
 * Seeded make-believe: a catalogue, readers with tastes, and a matrix of MovieLens' shape.
 *
 * <p>Equal seeds give equal bytes. May use {@code dev.kindred.data} and {@code
 * dev.kindred.tools.read}; used by {@code cli}, examples, benchmarks and tests.
 */
package dev.kindred.tools.simulate;
