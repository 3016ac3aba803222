/**
 * Combiners that are learned: they join the values of a profile's signals otherwise than by adding
 * up what the profile's weights make of them. One file a combiner, registered in {@link
 * dev.kindred.rank.combine.Combiners}.
 *
 * <p>May use the parent package and {@code internal}.
 */
package dev.kindred.rank.combine;
