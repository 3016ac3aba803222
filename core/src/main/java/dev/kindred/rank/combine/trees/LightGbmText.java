package dev.kindred.rank.combine.trees;

import dev.kindred.rank.combine.trees.SourceTree.Zero;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * LightGBM's text form, versions 3 and 4: a header, then one section a tree, of lines {@code
 * key=value}. Values are doubles; {@code decision_type} says of each node, bit by bit: 1
 * categorical, 2 missing values go left, and in the next two what is missing: 0 nothing (NaN is
 * then 0), 1 zeros and NaN, 2 NaN.
 */
final class LightGbmText {
  private static final int CATEGORICAL = 1;
  private static final int DEFAULT_LEFT = 2;
  private static final int MISSING_ZERO = 1;
  private static final int MISSING_NAN = 2;
  private static final String TREE = "Tree";
  private static final String END = "end of trees";

  private final String file;
  private final List<String> lines;
  private int line;

  /** A value and where it stands. */
  private record Entry(String value, int line) {}

  LightGbmText(String file, String text) {
    this.file = file;
    this.lines = text.lines().toList();
  }

  TreeModel read() {
    Map<String, Entry> header = section();
    requireOne(header, "num_class");
    requireOne(header, "num_tree_per_iteration");
    int features = number(need(header, "max_feature_idx")) + 1;
    List<String> names = List.of(words(need(header, "feature_names")));
    int expected = words(need(header, "tree_sizes")).length;
    ForestBuilder forest = new ForestBuilder(false, features);
    int trees = 0;
    while (line < lines.size() && lines.get(line).startsWith(TREE + "=")) {
      add(forest, trees++, header.containsKey("average_output") ? expected : 1);
    }
    if (trees != expected || line >= lines.size() || !lines.get(line).equals(END)) {
      throw wrong(
          line + 1,
          String.format(
              Locale.ROOT,
              "%d trees, then no \"%s\"; the header announces %d: the file is cut off",
              trees,
              END,
              expected));
    }
    if (names.size() != features) {
      throw wrong(
          need(header, "feature_names").line,
          String.format(
              Locale.ROOT, "feature_names has %d names, expected %d", names.size(), features));
    }
    String objective = header.containsKey("objective") ? header.get("objective").value : "";
    return new TreeModel(("lightgbm " + objective).strip(), names, forest.build(0));
  }

  /** The entries up to the next tree or the end. */
  private Map<String, Entry> section() {
    Map<String, Entry> entries = new HashMap<>();
    for (; line < lines.size(); line++) {
      String text = lines.get(line).strip();
      boolean next = text.startsWith(TREE + "=") && !entries.isEmpty();
      if (next || text.equals(END)) {
        return entries;
      }
      int equals = text.indexOf('=');
      String key = equals < 0 ? text : text.substring(0, equals);
      if (!key.isEmpty()) {
        entries.put(
            key, new Entry(text.substring(equals < 0 ? text.length() : equals + 1), line + 1));
      }
    }
    return entries;
  }

  /**
   * @param shares over how many trees leaves are averaged
   */
  private void add(ForestBuilder forest, int tree, int shares) {
    int start = line + 1;
    Map<String, Entry> section = section();
    if (section.containsKey("is_linear") && number(section.get("is_linear")) != 0) {
      throw wrong(
          section.get("is_linear").line,
          "a linear tree; train with linear_tree=false, so that leaves are numbers");
    }
    int leafCount = number(need(section, "num_leaves"));
    int size = Math.max(0, leafCount - 1);
    double[] leaves = doubles(section, "leaf_value", leafCount);
    for (int i = 0; i < leaves.length; i++) {
      leaves[i] /= shares;
    }
    double[] cover = size == 0 ? new double[leafCount] : doubles(section, "leaf_count", leafCount);
    int[] decisions = ints(section, "decision_type", size);
    double[] thresholds = doubles(section, "threshold", size);
    for (int i = 0; i < size; i++) {
      thresholds[i] = aroundZero(thresholds[i]);
    }
    boolean[] nanLeft = new boolean[size];
    Zero[] zeros = new Zero[size];
    for (int i = 0; i < size; i++) {
      if ((decisions[i] & CATEGORICAL) != 0) {
        throw wrong(
            section.get("decision_type").line,
            String.format(
                Locale.ROOT,
                "node %d of tree %d is categorical; signals are numbers, train without categorical_feature",
                i,
                tree));
      }
      boolean left = (decisions[i] & DEFAULT_LEFT) != 0;
      int missing = decisions[i] >> 2 & 3;
      zeros[i] = missing != MISSING_ZERO ? Zero.ASKED : left ? Zero.LEFT : Zero.RIGHT;
      boolean sent = missing == MISSING_NAN || missing == MISSING_ZERO;
      nanLeft[i] = sent ? left : 0 <= thresholds[i];
    }
    try {
      forest.add(
          new SourceTree(
              ints(section, "split_feature", size),
              thresholds,
              nanLeft,
              zeros,
              ints(section, "left_child", size),
              ints(section, "right_child", size),
              leaves,
              cover));
    } catch (IllegalArgumentException e) {
      throw wrong(
          start, String.format(Locale.ROOT, "tree %d is no tree: %s", tree, e.getMessage()));
    }
  }

  /** The library takes values next to 0 for 0 before it asks; so they go where 0 goes. */
  private static double aroundZero(double threshold) {
    if (Math.abs(threshold) > ForestBuilder.ZERO) {
      return threshold;
    }
    return threshold < 0 ? Math.nextDown(-ForestBuilder.ZERO) : ForestBuilder.ZERO;
  }

  private void requireOne(Map<String, Entry> header, String key) {
    Entry entry = need(header, key);
    if (number(entry) != 1) {
      throw wrong(
          entry.line,
          String.format(
              Locale.ROOT,
              "%s is %s, expected 1: a ranking needs one score; train with a ranking or regression objective",
              key,
              entry.value));
    }
  }

  private Entry need(Map<String, Entry> section, String key) {
    Entry entry = section.get(key);
    if (entry == null) {
      throw wrong(
          line, String.format(Locale.ROOT, "no line %s= in the section that ends here", key));
    }
    return entry;
  }

  private static String[] words(Entry entry) {
    String text = entry.value.strip();
    return text.isEmpty() ? new String[0] : text.split("\\s+");
  }

  private int number(Entry entry) {
    try {
      return Integer.parseInt(entry.value.strip());
    } catch (NumberFormatException e) {
      throw wrong(entry.line, String.format(Locale.ROOT, "\"%s\" is no whole number", entry.value));
    }
  }

  private double[] doubles(Map<String, Entry> section, String key, int count) {
    if (count == 0) {
      return new double[0];
    }
    Entry entry = need(section, key);
    String[] words = words(entry);
    if (words.length != count) {
      throw wrong(
          entry.line,
          String.format(Locale.ROOT, "%s has %d values, expected %d", key, words.length, count));
    }
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      try {
        values[i] = value(words[i]);
      } catch (NumberFormatException e) {
        throw wrong(
            entry.line, String.format(Locale.ROOT, "%s: \"%s\" is no number", key, words[i]));
      }
    }
    return values;
  }

  /** As C++ prints it: infinity is "inf". */
  private static double value(String word) {
    return Double.parseDouble(word.replaceFirst("^(-?)inf$", "$1Infinity"));
  }

  private int[] ints(Map<String, Entry> section, String key, int count) {
    double[] values = doubles(section, key, count);
    int[] ints = new int[count];
    for (int i = 0; i < count; i++) {
      ints[i] = (int) values[i];
      if (ints[i] != values[i]) {
        throw wrong(
            section.get(key).line,
            String.format(Locale.ROOT, "%s: %s is no whole number", key, values[i]));
      }
    }
    return ints;
  }

  private IllegalArgumentException wrong(int at, String what) {
    return new IllegalArgumentException(file + ":" + at + ": " + what);
  }
}
