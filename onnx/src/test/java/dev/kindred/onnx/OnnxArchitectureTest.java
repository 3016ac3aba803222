package dev.kindred.onnx;

import dev.kindred.ArchitectureTest;

/** Holds the module to the package table and to the bounds on size. */
class OnnxArchitectureTest extends ArchitectureTest {}
