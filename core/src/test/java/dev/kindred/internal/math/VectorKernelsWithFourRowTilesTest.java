package dev.kindred.internal.math;

/** The tiles of machines with few registers, on whatever machine this is. */
final class VectorKernelsWithFourRowTilesTest extends KernelsContract {

  @Override
  Kernels kernels() {
    return new VectorKernels(new Micro4x2());
  }
}
