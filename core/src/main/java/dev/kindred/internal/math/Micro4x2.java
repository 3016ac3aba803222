package dev.kindred.internal.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Tiles of 4 rows: 8 accumulators, for machines with 16 vector registers. */
final class Micro4x2 implements MicroKernel {

  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int VL = S.length();
  private static final int ROWS = 4;
  private static final int WIDTH = 2 * VL;

  @Override
  public int rows() {
    return ROWS;
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public void columns(
      int depth,
      float alpha,
      float[] a,
      int ao,
      int lda,
      float[] b,
      int bo,
      int ldb,
      float[] c,
      int co,
      int ldc) {
    FloatVector c00 = FloatVector.zero(S);
    FloatVector c01 = FloatVector.zero(S);
    FloatVector c10 = FloatVector.zero(S);
    FloatVector c11 = FloatVector.zero(S);
    FloatVector c20 = FloatVector.zero(S);
    FloatVector c21 = FloatVector.zero(S);
    FloatVector c30 = FloatVector.zero(S);
    FloatVector c31 = FloatVector.zero(S);
    for (int p = 0; p < depth; p++, ao += lda, bo += ldb) {
      FloatVector b0 = FloatVector.fromArray(S, b, bo);
      FloatVector b1 = FloatVector.fromArray(S, b, bo + VL);
      FloatVector x0 = FloatVector.broadcast(S, a[ao]);
      c00 = x0.fma(b0, c00);
      c01 = x0.fma(b1, c01);
      FloatVector x1 = FloatVector.broadcast(S, a[ao + 1]);
      c10 = x1.fma(b0, c10);
      c11 = x1.fma(b1, c11);
      FloatVector x2 = FloatVector.broadcast(S, a[ao + 2]);
      c20 = x2.fma(b0, c20);
      c21 = x2.fma(b1, c21);
      FloatVector x3 = FloatVector.broadcast(S, a[ao + 3]);
      c30 = x3.fma(b0, c30);
      c31 = x3.fma(b1, c31);
    }
    FloatVector scale = FloatVector.broadcast(S, alpha);
    int right = co + VL;
    c00.fma(scale, FloatVector.fromArray(S, c, co)).intoArray(c, co);
    c01.fma(scale, FloatVector.fromArray(S, c, right)).intoArray(c, right);
    c10.fma(scale, FloatVector.fromArray(S, c, co + ldc)).intoArray(c, co + ldc);
    c11.fma(scale, FloatVector.fromArray(S, c, right + ldc)).intoArray(c, right + ldc);
    c20.fma(scale, FloatVector.fromArray(S, c, co + 2 * ldc)).intoArray(c, co + 2 * ldc);
    c21.fma(scale, FloatVector.fromArray(S, c, right + 2 * ldc)).intoArray(c, right + 2 * ldc);
    c30.fma(scale, FloatVector.fromArray(S, c, co + 3 * ldc)).intoArray(c, co + 3 * ldc);
    c31.fma(scale, FloatVector.fromArray(S, c, right + 3 * ldc)).intoArray(c, right + 3 * ldc);
  }

  @Override
  public void rows(
      int depth,
      float alpha,
      float[] a,
      int ao,
      int lda,
      float[] b,
      int bo,
      int ldb,
      float[] c,
      int co,
      int ldc) {
    FloatVector c00 = FloatVector.zero(S);
    FloatVector c01 = FloatVector.zero(S);
    FloatVector c10 = FloatVector.zero(S);
    FloatVector c11 = FloatVector.zero(S);
    FloatVector c20 = FloatVector.zero(S);
    FloatVector c21 = FloatVector.zero(S);
    FloatVector c30 = FloatVector.zero(S);
    FloatVector c31 = FloatVector.zero(S);
    int a1 = ao + lda;
    int a2 = ao + 2 * lda;
    int a3 = ao + 3 * lda;
    for (int p = 0; p < depth; p++, bo += ldb) {
      FloatVector b0 = FloatVector.fromArray(S, b, bo);
      FloatVector b1 = FloatVector.fromArray(S, b, bo + VL);
      FloatVector x0 = FloatVector.broadcast(S, a[ao + p]);
      c00 = x0.fma(b0, c00);
      c01 = x0.fma(b1, c01);
      FloatVector x1 = FloatVector.broadcast(S, a[a1 + p]);
      c10 = x1.fma(b0, c10);
      c11 = x1.fma(b1, c11);
      FloatVector x2 = FloatVector.broadcast(S, a[a2 + p]);
      c20 = x2.fma(b0, c20);
      c21 = x2.fma(b1, c21);
      FloatVector x3 = FloatVector.broadcast(S, a[a3 + p]);
      c30 = x3.fma(b0, c30);
      c31 = x3.fma(b1, c31);
    }
    FloatVector scale = FloatVector.broadcast(S, alpha);
    int right = co + VL;
    c00.fma(scale, FloatVector.fromArray(S, c, co)).intoArray(c, co);
    c01.fma(scale, FloatVector.fromArray(S, c, right)).intoArray(c, right);
    c10.fma(scale, FloatVector.fromArray(S, c, co + ldc)).intoArray(c, co + ldc);
    c11.fma(scale, FloatVector.fromArray(S, c, right + ldc)).intoArray(c, right + ldc);
    c20.fma(scale, FloatVector.fromArray(S, c, co + 2 * ldc)).intoArray(c, co + 2 * ldc);
    c21.fma(scale, FloatVector.fromArray(S, c, right + 2 * ldc)).intoArray(c, right + 2 * ldc);
    c30.fma(scale, FloatVector.fromArray(S, c, co + 3 * ldc)).intoArray(c, co + 3 * ldc);
    c31.fma(scale, FloatVector.fromArray(S, c, right + 3 * ldc)).intoArray(c, right + 3 * ldc);
  }

  @Override
  public void panel(
      int depth,
      float alpha,
      float[] a,
      int ao,
      int lda,
      float[] b,
      int bo,
      float[] c,
      int co,
      int ldc) {
    FloatVector c00 = FloatVector.zero(S);
    FloatVector c01 = FloatVector.zero(S);
    FloatVector c10 = FloatVector.zero(S);
    FloatVector c11 = FloatVector.zero(S);
    FloatVector c20 = FloatVector.zero(S);
    FloatVector c21 = FloatVector.zero(S);
    FloatVector c30 = FloatVector.zero(S);
    FloatVector c31 = FloatVector.zero(S);
    int a1 = ao + lda;
    int a2 = ao + 2 * lda;
    int a3 = ao + 3 * lda;
    for (int p = 0; p < depth; p++) {
      FloatVector b0 = FloatVector.fromArray(S, b, bo + p * WIDTH);
      FloatVector b1 = FloatVector.fromArray(S, b, bo + p * WIDTH + VL);
      FloatVector x0 = FloatVector.broadcast(S, a[ao + p]);
      c00 = x0.fma(b0, c00);
      c01 = x0.fma(b1, c01);
      FloatVector x1 = FloatVector.broadcast(S, a[a1 + p]);
      c10 = x1.fma(b0, c10);
      c11 = x1.fma(b1, c11);
      FloatVector x2 = FloatVector.broadcast(S, a[a2 + p]);
      c20 = x2.fma(b0, c20);
      c21 = x2.fma(b1, c21);
      FloatVector x3 = FloatVector.broadcast(S, a[a3 + p]);
      c30 = x3.fma(b0, c30);
      c31 = x3.fma(b1, c31);
    }
    FloatVector scale = FloatVector.broadcast(S, alpha);
    int right = co + VL;
    c00.fma(scale, FloatVector.fromArray(S, c, co)).intoArray(c, co);
    c01.fma(scale, FloatVector.fromArray(S, c, right)).intoArray(c, right);
    c10.fma(scale, FloatVector.fromArray(S, c, co + ldc)).intoArray(c, co + ldc);
    c11.fma(scale, FloatVector.fromArray(S, c, right + ldc)).intoArray(c, right + ldc);
    c20.fma(scale, FloatVector.fromArray(S, c, co + 2 * ldc)).intoArray(c, co + 2 * ldc);
    c21.fma(scale, FloatVector.fromArray(S, c, right + 2 * ldc)).intoArray(c, right + 2 * ldc);
    c30.fma(scale, FloatVector.fromArray(S, c, co + 3 * ldc)).intoArray(c, co + 3 * ldc);
    c31.fma(scale, FloatVector.fromArray(S, c, right + 3 * ldc)).intoArray(c, right + 3 * ldc);
  }

  @Override
  public void panels(
      int depth, float alpha, float[] a, int ao, float[] b, int bo, float[] c, int co, int ldc) {
    FloatVector c00 = FloatVector.zero(S);
    FloatVector c01 = FloatVector.zero(S);
    FloatVector c10 = FloatVector.zero(S);
    FloatVector c11 = FloatVector.zero(S);
    FloatVector c20 = FloatVector.zero(S);
    FloatVector c21 = FloatVector.zero(S);
    FloatVector c30 = FloatVector.zero(S);
    FloatVector c31 = FloatVector.zero(S);
    int end = depth * WIDTH;
    for (int p = 0; p < end; p += WIDTH) {
      FloatVector b0 = FloatVector.fromArray(S, b, bo + p);
      FloatVector b1 = FloatVector.fromArray(S, b, bo + p + VL);
      FloatVector x0 = FloatVector.broadcast(S, a[ao + p]);
      c00 = x0.fma(b0, c00);
      c01 = x0.fma(b1, c01);
      FloatVector x1 = FloatVector.broadcast(S, a[ao + p + 1]);
      c10 = x1.fma(b0, c10);
      c11 = x1.fma(b1, c11);
      FloatVector x2 = FloatVector.broadcast(S, a[ao + p + 2]);
      c20 = x2.fma(b0, c20);
      c21 = x2.fma(b1, c21);
      FloatVector x3 = FloatVector.broadcast(S, a[ao + p + 3]);
      c30 = x3.fma(b0, c30);
      c31 = x3.fma(b1, c31);
    }
    FloatVector scale = FloatVector.broadcast(S, alpha);
    int right = co + VL;
    c00.fma(scale, FloatVector.fromArray(S, c, co)).intoArray(c, co);
    c01.fma(scale, FloatVector.fromArray(S, c, right)).intoArray(c, right);
    c10.fma(scale, FloatVector.fromArray(S, c, co + ldc)).intoArray(c, co + ldc);
    c11.fma(scale, FloatVector.fromArray(S, c, right + ldc)).intoArray(c, right + ldc);
    c20.fma(scale, FloatVector.fromArray(S, c, co + 2 * ldc)).intoArray(c, co + 2 * ldc);
    c21.fma(scale, FloatVector.fromArray(S, c, right + 2 * ldc)).intoArray(c, right + 2 * ldc);
    c30.fma(scale, FloatVector.fromArray(S, c, co + 3 * ldc)).intoArray(c, co + 3 * ldc);
    c31.fma(scale, FloatVector.fromArray(S, c, right + 3 * ldc)).intoArray(c, right + 3 * ldc);
  }
}
