package dev.kindred.model;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Encodings as text that is equal exactly when they are equal to the last bit. */
public final class Encodings {
  private Encodings() {}

  public static String text(Encoding encoding) {
    return switch (encoding) {
      case Encoding.Dense dense -> dense.field() + Arrays.toString(dense.vector()) + parts(dense);
      case Encoding.Sparse s ->
          s.field() + new TreeMap<>(s.weights()) + s.norm() + new TreeMap<>(s.causes());
      case Encoding.Sum sum ->
          sum.parts().stream().map(Encodings::text).collect(Collectors.joining(" + "));
      case Encoding.Learned learned ->
          learned.field() + learned.network() + Arrays.toString(learned.inputs());
      case Encoding.None none -> none.reason();
    };
  }

  private static Map<String, String> parts(Encoding.Dense dense) {
    return dense.parts().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                part -> Arrays.toString(part.getValue()),
                (a, b) -> a,
                TreeMap::new));
  }
}
