package dev.kindred.internal.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Tiles of 8 rows: 16 accumulators, for machines with 32 vector registers. */
final class Micro8x2 implements MicroKernel {

  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int VL = S.length();
  private static final int ROWS = 8;
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
    FloatVector c40 = FloatVector.zero(S);
    FloatVector c41 = FloatVector.zero(S);
    FloatVector c50 = FloatVector.zero(S);
    FloatVector c51 = FloatVector.zero(S);
    FloatVector c60 = FloatVector.zero(S);
    FloatVector c61 = FloatVector.zero(S);
    FloatVector c70 = FloatVector.zero(S);
    FloatVector c71 = FloatVector.zero(S);
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
      FloatVector x4 = FloatVector.broadcast(S, a[ao + 4]);
      c40 = x4.fma(b0, c40);
      c41 = x4.fma(b1, c41);
      FloatVector x5 = FloatVector.broadcast(S, a[ao + 5]);
      c50 = x5.fma(b0, c50);
      c51 = x5.fma(b1, c51);
      FloatVector x6 = FloatVector.broadcast(S, a[ao + 6]);
      c60 = x6.fma(b0, c60);
      c61 = x6.fma(b1, c61);
      FloatVector x7 = FloatVector.broadcast(S, a[ao + 7]);
      c70 = x7.fma(b0, c70);
      c71 = x7.fma(b1, c71);
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
    c40.fma(scale, FloatVector.fromArray(S, c, co + 4 * ldc)).intoArray(c, co + 4 * ldc);
    c41.fma(scale, FloatVector.fromArray(S, c, right + 4 * ldc)).intoArray(c, right + 4 * ldc);
    c50.fma(scale, FloatVector.fromArray(S, c, co + 5 * ldc)).intoArray(c, co + 5 * ldc);
    c51.fma(scale, FloatVector.fromArray(S, c, right + 5 * ldc)).intoArray(c, right + 5 * ldc);
    c60.fma(scale, FloatVector.fromArray(S, c, co + 6 * ldc)).intoArray(c, co + 6 * ldc);
    c61.fma(scale, FloatVector.fromArray(S, c, right + 6 * ldc)).intoArray(c, right + 6 * ldc);
    c70.fma(scale, FloatVector.fromArray(S, c, co + 7 * ldc)).intoArray(c, co + 7 * ldc);
    c71.fma(scale, FloatVector.fromArray(S, c, right + 7 * ldc)).intoArray(c, right + 7 * ldc);
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
    FloatVector c40 = FloatVector.zero(S);
    FloatVector c41 = FloatVector.zero(S);
    FloatVector c50 = FloatVector.zero(S);
    FloatVector c51 = FloatVector.zero(S);
    FloatVector c60 = FloatVector.zero(S);
    FloatVector c61 = FloatVector.zero(S);
    FloatVector c70 = FloatVector.zero(S);
    FloatVector c71 = FloatVector.zero(S);
    int a1 = ao + lda;
    int a2 = ao + 2 * lda;
    int a3 = ao + 3 * lda;
    int a4 = ao + 4 * lda;
    int a5 = ao + 5 * lda;
    int a6 = ao + 6 * lda;
    int a7 = ao + 7 * lda;
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
      FloatVector x4 = FloatVector.broadcast(S, a[a4 + p]);
      c40 = x4.fma(b0, c40);
      c41 = x4.fma(b1, c41);
      FloatVector x5 = FloatVector.broadcast(S, a[a5 + p]);
      c50 = x5.fma(b0, c50);
      c51 = x5.fma(b1, c51);
      FloatVector x6 = FloatVector.broadcast(S, a[a6 + p]);
      c60 = x6.fma(b0, c60);
      c61 = x6.fma(b1, c61);
      FloatVector x7 = FloatVector.broadcast(S, a[a7 + p]);
      c70 = x7.fma(b0, c70);
      c71 = x7.fma(b1, c71);
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
    c40.fma(scale, FloatVector.fromArray(S, c, co + 4 * ldc)).intoArray(c, co + 4 * ldc);
    c41.fma(scale, FloatVector.fromArray(S, c, right + 4 * ldc)).intoArray(c, right + 4 * ldc);
    c50.fma(scale, FloatVector.fromArray(S, c, co + 5 * ldc)).intoArray(c, co + 5 * ldc);
    c51.fma(scale, FloatVector.fromArray(S, c, right + 5 * ldc)).intoArray(c, right + 5 * ldc);
    c60.fma(scale, FloatVector.fromArray(S, c, co + 6 * ldc)).intoArray(c, co + 6 * ldc);
    c61.fma(scale, FloatVector.fromArray(S, c, right + 6 * ldc)).intoArray(c, right + 6 * ldc);
    c70.fma(scale, FloatVector.fromArray(S, c, co + 7 * ldc)).intoArray(c, co + 7 * ldc);
    c71.fma(scale, FloatVector.fromArray(S, c, right + 7 * ldc)).intoArray(c, right + 7 * ldc);
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
    FloatVector c40 = FloatVector.zero(S);
    FloatVector c41 = FloatVector.zero(S);
    FloatVector c50 = FloatVector.zero(S);
    FloatVector c51 = FloatVector.zero(S);
    FloatVector c60 = FloatVector.zero(S);
    FloatVector c61 = FloatVector.zero(S);
    FloatVector c70 = FloatVector.zero(S);
    FloatVector c71 = FloatVector.zero(S);
    int a1 = ao + lda;
    int a2 = ao + 2 * lda;
    int a3 = ao + 3 * lda;
    int a4 = ao + 4 * lda;
    int a5 = ao + 5 * lda;
    int a6 = ao + 6 * lda;
    int a7 = ao + 7 * lda;
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
      FloatVector x4 = FloatVector.broadcast(S, a[a4 + p]);
      c40 = x4.fma(b0, c40);
      c41 = x4.fma(b1, c41);
      FloatVector x5 = FloatVector.broadcast(S, a[a5 + p]);
      c50 = x5.fma(b0, c50);
      c51 = x5.fma(b1, c51);
      FloatVector x6 = FloatVector.broadcast(S, a[a6 + p]);
      c60 = x6.fma(b0, c60);
      c61 = x6.fma(b1, c61);
      FloatVector x7 = FloatVector.broadcast(S, a[a7 + p]);
      c70 = x7.fma(b0, c70);
      c71 = x7.fma(b1, c71);
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
    c40.fma(scale, FloatVector.fromArray(S, c, co + 4 * ldc)).intoArray(c, co + 4 * ldc);
    c41.fma(scale, FloatVector.fromArray(S, c, right + 4 * ldc)).intoArray(c, right + 4 * ldc);
    c50.fma(scale, FloatVector.fromArray(S, c, co + 5 * ldc)).intoArray(c, co + 5 * ldc);
    c51.fma(scale, FloatVector.fromArray(S, c, right + 5 * ldc)).intoArray(c, right + 5 * ldc);
    c60.fma(scale, FloatVector.fromArray(S, c, co + 6 * ldc)).intoArray(c, co + 6 * ldc);
    c61.fma(scale, FloatVector.fromArray(S, c, right + 6 * ldc)).intoArray(c, right + 6 * ldc);
    c70.fma(scale, FloatVector.fromArray(S, c, co + 7 * ldc)).intoArray(c, co + 7 * ldc);
    c71.fma(scale, FloatVector.fromArray(S, c, right + 7 * ldc)).intoArray(c, right + 7 * ldc);
  }

  @Override
  public void panels(
      int depth, float alpha, float[] a, int ao, float[] b, int bo, float[] c, int co, int ldc) {
    columns(depth, alpha, a, ao, WIDTH, b, bo, WIDTH, c, co, ldc);
  }
}
