/**
 * Trying rankings on events that no model has seen: {@link dev.kindred.tools.rehearse.Rehearsal}
 * trains an index's models again on a part of the events and serves them, {@link
 * dev.kindred.tools.rehearse.Retuning} learns a profile's weights there and measures the gain.
 *
 * <p>May use core, {@code tools.read}, {@code tools.train}, {@code tools.evaluate} and {@code
 * tools.tune}; used by {@code tools.build}, {@code cli} and {@code benchmarks}.
 */
package dev.kindred.tools.rehearse;
