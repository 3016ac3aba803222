/**
 * Fits what a profile leaves open to the data: {@link dev.kindred.tools.tune.NormalizerFitter}
 * makes the signals comparable, by asking the index the way live requests do.
 *
 * <p>May use core and {@code tools.read}; used by {@code tools.build} and {@code cli}.
 */
package dev.kindred.tools.tune;
