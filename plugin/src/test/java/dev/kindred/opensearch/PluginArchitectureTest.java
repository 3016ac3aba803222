package dev.kindred.opensearch;

import dev.kindred.ArchitectureTest;

/** Holds the plugin to the bounds on size and to the package table. */
class PluginArchitectureTest extends ArchitectureTest {}
