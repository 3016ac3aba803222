package dev.kindred.internal.artifact;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Tensor shapes as words, such as {@code [3706, 64]}. */
final class Shapes {
  private Shapes() {}

  /** A negative dimension stands for any and is written {@code *}. */
  static String text(long[] shape) {
    return Arrays.stream(shape)
        .mapToObj(d -> d < 0 ? "*" : Long.toString(d))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** Whether a shape is the expected one; negative dimensions expect anything. */
  static boolean fits(long[] found, long[] expected) {
    if (found.length != expected.length) {
      return false;
    }
    for (int i = 0; i < found.length; i++) {
      if (expected[i] >= 0 && expected[i] != found[i]) {
        return false;
      }
    }
    return true;
  }
}
