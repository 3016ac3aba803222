package dev.kindred.tools;

import dev.kindred.ArchitectureTest;

/** Holds the tools to the package table and to the bounds on size. */
class ToolsArchitectureTest extends ArchitectureTest {}
