package dev.kindred.internal.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class VectorKernelsTest extends KernelsContract {

  @Override
  Kernels kernels() {
    return new VectorKernels();
  }

  @Test
  void name() {
    assertThat(kernels().name()).startsWith("vector-");
  }
}
