package dev.kindred.internal.math;

/** Picks the kernels of this JVM, without linking to the incubating module. */
final class KernelChoice {

  static final Kernels CHOSEN = choose();

  private static final String MODULE = "jdk.incubator.vector";

  private KernelChoice() {}

  private static Kernels choose() {
    if ("false".equals(System.getProperty("kindred.vector")) || !Jvm.COMPILES_VECTORS) {
      return new ScalarKernels();
    }
    return vectorOrScalar();
  }

  /** The vector kernels if this JVM has the module and registers of 128 bits or more. */
  static Kernels vectorOrScalar() {
    var module = ModuleLayer.boot().findModule(MODULE);
    if (module.isEmpty()) {
      return new ScalarKernels();
    }
    KernelChoice.class.getModule().addReads(module.get());
    try {
      var provider = Class.forName("dev.kindred.internal.math.VectorKernels");
      return (Kernels) provider.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      return new ScalarKernels();
    }
  }
}
