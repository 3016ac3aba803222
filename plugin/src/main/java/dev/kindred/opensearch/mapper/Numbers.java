package dev.kindred.opensearch.mapper;

import java.io.IOException;
import java.util.Locale;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.core.xcontent.XContentParser.Token;

/** Arrays of as many numbers as a field has. */
final class Numbers {
  private Numbers() {}

  static void requireRange(String type, String parameter, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "[%s] of a %s must be %d to %d, was %d",
              parameter,
              type,
              least,
              most,
              value));
    }
  }

  /**
   * The numbers at which the parser stands.
   *
   * @throws IllegalArgumentException when they are more, fewer, or not finite
   */
  static float[] read(String field, XContentParser parser, int dims) throws IOException {
    if (parser.currentToken() != Token.START_ARRAY) {
      throw new IllegalArgumentException(
          "field [" + field + "] holds " + dims + " numbers, got " + parser.currentToken());
    }
    float[] numbers = new float[dims];
    int count = 0;
    while (parser.nextToken() != Token.END_ARRAY) {
      float value = parser.floatValue();
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "field [%s][%d] is %s", field, count, value));
      }
      if (count < dims) {
        numbers[count] = value;
      }
      count++;
    }
    if (count != dims) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "field [%s] has %d numbers, its dims are %d", field, count, dims));
    }
    return numbers;
  }
}
