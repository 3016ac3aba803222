package dev.kindred.tools.read;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Vectors from lists of numbers, or from text with commas, bars or white space between. */
final class Vectors {
  private Vectors() {}

  static float[] vector(String name, Object raw) throws BadLine {
    List<?> parts = raw instanceof List<?> list ? list : parts(raw.toString());
    float[] vector = new float[parts.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = Numbers.value(name + "[" + i + "]", parts.get(i).toString());
    }
    if (vector.length == 0) {
      throw new BadLine("the vector " + name + " is empty, expected numbers");
    }
    return vector;
  }

  /** The length of the first vector of each field. */
  static Map<String, Integer> dimensions(
      Collection<String> fields, List<Map<String, Object>> sample) {
    Map<String, Integer> dimensions = new LinkedHashMap<>();
    for (Map<String, Object> row : sample) {
      for (String field : fields) {
        if (isVector(row.get(field))) {
          dimensions.putIfAbsent(field, ((List<?>) row.get(field)).size());
        } else if (row.get(field) instanceof String text) {
          dimensions.putIfAbsent(field, parts(text).size());
        }
      }
    }
    return dimensions;
  }

  private static List<String> parts(String text) {
    String plain = text.strip();
    boolean bracketed = plain.startsWith("[") && plain.endsWith("]") && plain.length() > 1;
    String inner = bracketed ? plain.substring(1, plain.length() - 1) : plain;
    return Texts.list(inner.replaceAll("[\\s,|]+", " "), " ");
  }

  /** Whether this could be nothing but a vector: a list of at least two numbers. */
  static boolean isVector(Object raw) {
    return raw instanceof List<?> list
        && list.size() > 1
        && list.stream().allMatch(Number.class::isInstance);
  }
}
