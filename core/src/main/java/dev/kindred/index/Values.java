package dev.kindred.index;

import dev.kindred.data.Item;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.util.VectorUtil;

/** An item's values as the numbers an index stores; errors name item, field and value. */
final class Values {
  private Values() {}

  /** Null when the item has no such field, or a blank one. */
  static Double number(Item item, String field) {
    Object value = single(item, field, "one number");
    if (value == null) {
      return null;
    }
    double number = value instanceof Number given ? given.doubleValue() : parse(item, field, value);
    if (!Double.isFinite(number)) {
      throw unfit(item, field, value, "a finite number");
    }
    return number;
  }

  private static double parse(Item item, String field, Object value) {
    try {
      return Double.parseDouble(value.toString());
    } catch (NumberFormatException e) {
      throw unfit(item, field, value, "a number");
    }
  }

  /** Milliseconds since the epoch; null when the item has no such field, or a blank one. */
  static Long time(Item item, String field) {
    Object value = single(item, field, "one time");
    try {
      return value == null ? null : (Long) Moment.of(value).first();
    } catch (DateTimeException | ArithmeticException e) {
      throw unfit(item, field, value, "a year, an ISO-8601 date or time, or epoch milliseconds");
    }
  }

  private static Object single(Item item, String field, String expected) {
    Object value = item.fields().get(field);
    if (value instanceof List<?> many) {
      if (many.size() > 1) {
        throw unfit(item, field, value, expected);
      }
      value = many.isEmpty() ? null : many.getFirst();
    }
    return value instanceof String text && text.isBlank() ? null : value;
  }

  /** A vector of length 1; null when the item has none, or one of zeros, which has no direction. */
  static float[] vector(Item item, String field, int dimension) {
    Object value = item.fields().get(field);
    float[] vector =
        switch (value) {
          case null -> null;
          case float[] given -> given.clone();
          case List<?> many -> floats(item, field, many);
          default -> throw unfit(item, field, value, "a vector of " + dimension + " numbers");
        };
    if (vector == null || vector.length == 0) {
      return null;
    }
    if (vector.length != dimension) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "item '%s': field '%s' has a vector of %d numbers; the schema says %d",
              item.id(),
              field,
              vector.length,
              dimension));
    }
    return normalized(item, field, vector);
  }

  private static float[] floats(Item item, String field, List<?> many) {
    float[] vector = new float[many.size()];
    for (int i = 0; i < vector.length; i++) {
      Object one = many.get(i);
      vector[i] =
          one instanceof Number number
              ? number.floatValue()
              : (float) parse(item, field, String.valueOf(one));
    }
    return vector;
  }

  private static float[] normalized(Item item, String field, float[] vector) {
    boolean zero = true;
    for (float number : vector) {
      if (!Float.isFinite(number)) {
        throw unfit(item, field, number, "finite numbers");
      }
      zero &= number == 0;
    }
    return zero ? null : VectorUtil.l2normalize(vector);
  }

  private static IllegalArgumentException unfit(
      Item item, String field, Object value, String expected) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "item '%s': field '%s' expects %s, got '%s'",
            item.id(),
            field,
            expected,
            value));
  }
}
