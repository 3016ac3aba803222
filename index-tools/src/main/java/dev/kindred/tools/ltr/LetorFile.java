package dev.kindred.tools.ltr;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Reads judgments in the format of LETOR and SVMrank. What a line leaves out is missing, not 0.
 * Lines of a request stand together. Without our first line the signals are called {@code signal1},
 * {@code signal2} and so on.
 */
public final class LetorFile {
  private final Path file;
  private final List<Judged> requests = new ArrayList<>();
  private final TreeSet<String> seen = new TreeSet<>();
  private List<String> signals = List.of();
  private int width;
  private int line;
  private String request;
  private final List<String> items = new ArrayList<>();
  private final List<Integer> grades = new ArrayList<>();
  private final List<double[]> rows = new ArrayList<>();

  private LetorFile(Path file) {
    this.file = file;
  }

  /**
   * @throws IllegalArgumentException naming file, line, and what was expected there
   */
  public static Judgments read(Path file) throws IOException {
    return new LetorFile(file).read();
  }

  private Judgments read() throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        line++;
        if (text.startsWith(LetorWriter.SIGNALS)) {
          names(text.substring(LetorWriter.SIGNALS.length()).strip());
        } else if (!text.isBlank() && !text.startsWith("#")) {
          row(text);
        }
      }
    }
    close();
    if (requests.isEmpty()) {
      throw wrong("no judgments; expected lines such as \"1 qid:1 1:0.5 2:3 # item\"");
    }
    List<String> names = new ArrayList<>(signals);
    for (int i = names.size(); i < width; i++) {
      names.add("signal" + (i + 1));
    }
    List<Judged> even = requests.stream().map(one -> widened(one, names.size())).toList();
    return new Judgments(names, even);
  }

  private void names(String text) {
    List<String> names = new ArrayList<>();
    for (String one : text.split("\\s+")) {
      String expected = names.size() + 1 + "=";
      if (!one.startsWith(expected) || one.length() == expected.length()) {
        throw wrong("\"" + one + "\", expected \"" + expected + "NAME\"");
      }
      names.add(one.substring(expected.length()));
    }
    signals = names;
  }

  private void row(String text) {
    int comment = text.indexOf('#');
    String item = comment < 0 ? "" : text.substring(comment + 1).strip();
    String[] words = (comment < 0 ? text : text.substring(0, comment)).strip().split("\\s+");
    if (words.length < 2 || !words[1].startsWith("qid:")) {
      throw wrong("\"" + text + "\", expected a grade and qid:N first");
    }
    String id = words[1].substring(4);
    if (!id.equals(request)) {
      close();
      request = id;
      if (!seen.add(id)) {
        throw wrong("request " + id + " again; the lines of a request stand together");
      }
    }
    double grade = number(words[0]);
    if (grade != (int) grade || grade < 0 || grade > Judged.BEST) {
      throw wrong("grade " + words[0] + ", expected a whole number from 0 to " + Judged.BEST);
    }
    grades.add((int) grade);
    items.add(item.isEmpty() ? "line" + line : item);
    rows.add(values(words));
  }

  private double[] values(String[] words) {
    double[] row = new double[Math.max(width, words.length)];
    Arrays.fill(row, Double.NaN);
    int last = 0;
    for (int i = 2; i < words.length; i++) {
      int colon = words[i].indexOf(':');
      int signal = colon < 0 ? 0 : (int) number(words[i].substring(0, colon));
      if (signal <= last || signal > 1 << 20) {
        throw wrong("\"" + words[i] + "\", expected NUMBER:VALUE with rising numbers from 1");
      }
      if (!signals.isEmpty() && signal > signals.size()) {
        throw wrong("signal " + signal + ", the first line names " + signals.size());
      }
      row = signal > row.length ? widened(row, signal) : row;
      row[signal - 1] = number(words[i].substring(colon + 1));
      last = signal;
    }
    width = Math.max(width, last);
    return row;
  }

  private double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw wrong("\"" + text + "\" is no number");
    }
  }

  private void close() {
    if (!rows.isEmpty()) {
      requests.add(
          new Judged(
              request,
              items,
              grades.stream().mapToInt(Integer::intValue).toArray(),
              rows.toArray(double[][]::new)));
      items.clear();
      grades.clear();
      rows.clear();
    }
  }

  private static Judged widened(Judged judged, int width) {
    double[][] rows = judged.values();
    for (int i = 0; i < rows.length; i++) {
      rows[i] = widened(rows[i], width);
    }
    return new Judged(judged.request(), judged.items(), judged.grades(), rows);
  }

  private static double[] widened(double[] row, int width) {
    double[] wide = Arrays.copyOf(row, width);
    if (width > row.length) {
      Arrays.fill(wide, row.length, width, Double.NaN);
    }
    return wide;
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(file + ":" + line + ": " + what);
  }
}
