/**
 * Dense float kernels: the few loops in which training spends its time.
 *
 * <p>Matrices are flat row-major {@code float[]} with an offset and a row stride. Everything here
 * is public to the rest of Kindred and API to nobody outside it. The package depends on the JDK
 * alone; {@code jdk.incubator.vector} is used when it is readable and is never needed.
 *
 * <p>Start at {@link dev.kindred.internal.math.Kernels}.
 */
package dev.kindred.internal.math;
