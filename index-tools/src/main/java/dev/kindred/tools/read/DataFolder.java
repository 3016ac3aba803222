package dev.kindred.tools.read;

import java.util.Optional;

/**
 * What a folder of data holds.
 *
 * @param events who did what
 * @param items the catalogue; empty when the folder has none
 */
public record DataFolder(EventSource events, Optional<ItemSource> items) {}
