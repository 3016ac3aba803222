package dev.kindred.internal.math;

/** What the running JVM does with arithmetic. */
final class Jvm {

  /** Whether {@link Math#fma} is one instruction; elsewhere it is hundreds of times slower. */
  static final boolean FAST_FMA = "true".equals(option("UseFMA"));

  /** Whether the optimising compiler runs: without it the Vector API allocates every vector. */
  static final boolean COMPILES_VECTORS =
      FAST_FMA && !System.getProperty("java.vm.info", "").contains("emulated-client");

  private Jvm() {}

  /** x·y + z, fused where that is fast, with a rounding step in between elsewhere. */
  static float fma(float x, float y, float z) {
    return FAST_FMA ? Math.fma(x, y, z) : x * y + z;
  }

  /** A HotSpot option, or null; by reflection, since a runtime image may lack java.management. */
  private static String option(String name) {
    try {
      var beanType = Class.forName("com.sun.management.HotSpotDiagnosticMXBean");
      var factory = Class.forName("java.lang.management.ManagementFactory");
      var bean = factory.getMethod("getPlatformMXBean", Class.class).invoke(null, beanType);
      var option = beanType.getMethod("getVMOption", String.class).invoke(bean, name);
      return (String) option.getClass().getMethod("getValue").invoke(option);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }
}
