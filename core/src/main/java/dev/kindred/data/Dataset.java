package dev.kindred.data;

/**
 * What a trainer may see.
 *
 * @param interactions who did what, when
 * @param items the catalogue, for trainers that read content; may be iterated more than once
 */
public record Dataset(Interactions interactions, Iterable<Item> items) {}
