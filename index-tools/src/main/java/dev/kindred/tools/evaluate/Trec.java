package dev.kindred.tools.evaluate;

import dev.kindred.tools.evaluate.task.Query;
import dev.kindred.tools.evaluate.task.Task;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files of trec_eval, so that its numbers can be had for our answers and ours for anybody's.
 *
 * <p>trec_eval reads the order from the scores, not from the ranks, and breaks ties by itself; so
 * the score written for rank r of n is {@code n − r + 1}, which says the order and nothing else.
 */
public final class Trec {
  private static final String NUMBER = "[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?";

  private Trec() {}

  /** Writes {@code user Q0 item rank score tag}, the model's name as the tag. */
  public static void writeRun(Task task, Run run, Appendable out) throws IOException {
    String tag = word(run.model());
    for (int i = 0; i < run.answers().size(); i++) {
      List<String> answer = run.answers().get(i);
      String user = word(task.queries().get(i).userId());
      for (int rank = 1; rank <= answer.size(); rank++) {
        String item = word(answer.get(rank - 1));
        int score = answer.size() - rank + 1;
        out.append(user + " Q0 " + item + " " + rank + " " + score + " " + tag + "\n");
      }
    }
  }

  /** Writes {@code user 0 item 1} for every relevant item. */
  public static void writeQrels(Task task, Appendable out) throws IOException {
    for (Query query : task.queries()) {
      for (String item : new TreeSet<>(query.relevant())) {
        out.append(word(query.userId()) + " 0 " + word(item) + " 1\n");
      }
    }
  }

  /**
   * Reads a run as trec_eval does: by descending score, equal scores by descending item id. A user
   * without a line has an empty answer; lines of users that are not asked for are skipped.
   *
   * @throws IOException naming the line that is not of the form
   */
  public static Run readRun(Task task, String model, BufferedReader in) throws IOException {
    Map<String, List<Line>> byUser = new LinkedHashMap<>();
    for (String[] words : lines(in, 6, "user Q0 item rank score tag")) {
      Line line = new Line(words[2], Double.parseDouble(words[4]));
      byUser.computeIfAbsent(words[0], user -> new ArrayList<>()).add(line);
    }
    Comparator<Line> order =
        Comparator.comparingDouble(Line::score).thenComparing(Line::item).reversed();
    List<List<String>> answers = new ArrayList<>();
    for (Query query : task.queries()) {
      List<Line> answer = byUser.getOrDefault(query.userId(), List.of());
      answers.add(answer.stream().sorted(order).map(Line::item).distinct().toList());
    }
    return new Run(model, answers, 0);
  }

  private record Line(String item, double score) {}

  /**
   * Reads relevant items by user, in the order of the file; what is judged 0 or below is left out.
   *
   * @throws IOException naming the line that is not of the form
   */
  public static Map<String, Set<String>> readQrels(BufferedReader in) throws IOException {
    Map<String, Set<String>> relevant = new LinkedHashMap<>();
    for (String[] words : lines(in, 4, "user 0 item relevance")) {
      if (Double.parseDouble(words[3]) > 0) {
        relevant.computeIfAbsent(words[0], user -> new LinkedHashSet<>()).add(words[2]);
      }
    }
    return relevant;
  }

  /** The words of each line; the last but one of six and the last of four are numbers. */
  private static List<String[]> lines(BufferedReader in, int count, String form)
      throws IOException {
    List<String[]> lines = new ArrayList<>();
    String line;
    for (int number = 1; (line = in.readLine()) != null; number++) {
      String[] words = line.strip().split("\\s+");
      if (words.length != count || !words[count == 6 ? 4 : 3].matches(NUMBER)) {
        throw new IOException("line " + number + " is \"" + line + "\", expected \"" + form + "\"");
      }
      lines.add(words);
    }
    return lines;
  }

  private static String word(String id) {
    if (id.isEmpty() || id.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException(
          "\"" + id + "\" cannot be written: trec_eval's files separate columns by white space");
    }
    return id;
  }
}
