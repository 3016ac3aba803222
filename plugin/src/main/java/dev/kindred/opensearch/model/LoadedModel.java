package dev.kindred.opensearch.model;

import dev.kindred.model.Model;

/**
 * A model in memory.
 *
 * @param bytes that it takes, estimated by the size of its files
 */
record LoadedModel(Model model, long bytes) {}
