package dev.kindred.tools.evaluate.task;

import dev.kindred.internal.registry.Registry;
import java.util.Map;

/** Reads a split from its name and number. */
final class SplitParser {
  private static final Registry<Kind> KNOWN =
      new Registry<>(
          "split",
          Map.of(
              "time", new Kind("time:0.9", (number, seed) -> new TimeSplit(number)),
              "random", new Kind("random:0.8", RandomSplit::new),
              "users", new Kind("users:0.8", UserSplit::new),
              "folds", new Kind("folds:5", (number, seed) -> new Folds(whole(number), seed)),
              "leave-last",
                  new Kind("leave-last:5", (number, seed) -> new LeaveLast(whole(number))),
              "leave-one-out", new Kind("leave-one-out", (number, seed) -> new LeaveLast(1))));

  private SplitParser() {}

  private record Kind(String example, Maker maker) {
    boolean numbered() {
      return example.contains(":");
    }
  }

  private interface Maker {
    Split make(double number, long seed);
  }

  static Split parse(String text, long seed) {
    int colon = text.indexOf(':');
    Kind kind = KNOWN.get(colon < 0 ? text : text.substring(0, colon));
    if (kind.numbered() != colon >= 0) {
      throw malformed(text, kind);
    }
    try {
      double number = colon < 0 ? 0 : Double.parseDouble(text.substring(colon + 1));
      return kind.maker().make(number, seed);
    } catch (NumberFormatException e) {
      throw malformed(text, kind);
    }
  }

  private static IllegalArgumentException malformed(String text, Kind kind) {
    return new IllegalArgumentException(
        "split \"" + text + "\" is not of the form " + kind.example());
  }

  private static int whole(double number) {
    if (number != Math.rint(number)) {
      throw new IllegalArgumentException("the number of a split must be whole, was " + number);
    }
    return (int) number;
  }

  /** Checks a share of the data. */
  static void requireShare(String split, double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          "split " + split + ":" + share + ": the share for training must be between 0 and 1");
    }
  }
}
