package dev.kindred.internal.math;

/** eˣ in floats: 2ⁿ times a Taylor polynomial of degree 6, right to 4·10⁻⁷ of the value. */
final class Exponential {
  /** Arguments beyond these count as these: e⁸⁸ is near the largest float, e⁻⁸⁷ the smallest. */
  static final float LEAST = -87;

  static final float MOST = 88;
  static final float LOG2_E = 1.442695f;

  /** ln 2 in two parts, the first with few digits, so that n·ln 2 loses nothing. */
  static final float LN2_HIGH = 0.6933594f;

  static final float LN2_LOW = -2.1219444e-4f;

  /** 1.5·2²³: adding it rounds to an integer, which then stands in the lowest bits. */
  static final float ROUNDER = 12582912f;

  static final int ROUNDER_BITS = 0x4B400000;
  static final float C6 = 1f / 720;
  static final float C5 = 1f / 120;
  static final float C4 = 1f / 24;
  static final float C3 = 1f / 6;
  static final float C2 = 0.5f;
  static final int BIAS = 127;
  static final int MANTISSA_BITS = 23;

  private Exponential() {}

  static float of(float x) {
    float bounded = Math.min(MOST, Math.max(LEAST, x));
    float rounded = bounded * LOG2_E + ROUNDER;
    int n = Float.floatToRawIntBits(rounded) - ROUNDER_BITS;
    float whole = rounded - ROUNDER;
    float f = bounded - whole * LN2_HIGH;
    f = f - whole * LN2_LOW;
    float p = C6 * f + C5;
    p = p * f + C4;
    p = p * f + C3;
    p = p * f + C2;
    p = p * f + 1;
    p = p * f + 1;
    return p * Float.intBitsToFloat((n + BIAS) << MANTISSA_BITS);
  }
}
