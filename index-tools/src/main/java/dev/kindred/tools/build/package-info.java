/**
 * The offline half end to end: {@link dev.kindred.tools.build.IndexBuilder} turns events and items
 * into a published generation, {@link dev.kindred.tools.build.LiveItems} changes the items of one
 * that is being served, {@link dev.kindred.tools.build.DefaultProfiles} says how models become
 * rankings.
 *
 * <p>May use core, {@code tools.read}, {@code tools.train} and {@code tools.tune}; used by {@code
 * tools.evaluate}, {@code cli} and the examples. Prints nothing and reads no clock.
 */
package dev.kindred.tools.build;
