package dev.kindred.internal.math;

/** The tiles of machines with many registers, on whatever machine this is. */
final class VectorKernelsWithEightRowTilesTest extends KernelsContract {

  @Override
  Kernels kernels() {
    return new VectorKernels(new Micro8x2());
  }
}
