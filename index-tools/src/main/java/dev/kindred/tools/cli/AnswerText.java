package dev.kindred.tools.cli;

import dev.kindred.request.Recommendations.Scored;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.lucene.search.Explanation;

/** An answer for people: a ranked list whose columns line up, with a line of reasons each. */
public final class AnswerText {
  private static final int WIDEST_ID = 40;
  private static final int WIDEST_LABEL = 56;

  private final PrintWriter out;
  private final List<String> labels;
  private final Words words;

  /**
   * @param labels the fields that tell people which item it is, such as title and author
   */
  public AnswerText(PrintWriter out, List<String> labels, Words words) {
    this.out = out;
    this.labels = List.copyOf(labels);
    this.words = words;
  }

  /**
   * Prints the page.
   *
   * @param from the rank of the first item, from 0
   */
  public void print(Answer answer, int from) {
    List<Scored> items = answer.page().items();
    int ids = widest(items.stream().map(Scored::itemId).toList(), WIDEST_ID);
    int names = widest(items.stream().map(this::label).toList(), WIDEST_LABEL);
    for (int i = 0; i < items.size(); i++) {
      print(from + i + 1, items.get(i), ids, names);
    }
    out.println(summary(answer));
    out.flush();
  }

  private void print(int rank, Scored item, int ids, int names) {
    out.println(
        String.format(
                Locale.ROOT,
                "%3d  %s  %s  %7.4f",
                rank,
                pad(item.itemId(), ids),
                fit(label(item), names),
                item.score())
            + stars(item));
    if (!item.reasons().isEmpty()) {
      out.println("     " + words.of(item.reasons()));
    }
    if (item.explanation() != null) {
      print(item.explanation(), 5);
    }
  }

  /** What the user is expected to give, where a model predicts ratings. */
  private static String stars(Scored item) {
    return item.rating() == null ? "" : String.format(Locale.ROOT, "  ★ %.1f", item.rating());
  }

  /** Prints an explanation, indented by depth. */
  public void print(Explanation explanation, int indent) {
    out.println(
        String.format(
            Locale.ROOT,
            "%s%.4f  %s",
            " ".repeat(indent),
            explanation.getValue().doubleValue(),
            explanation.getDescription()));
    for (Explanation detail : explanation.getDetails()) {
      print(detail, indent + 2);
    }
  }

  private static String summary(Answer answer) {
    int shown = answer.page().items().size();
    if (shown == 0) {
      return "nothing found";
    }
    return String.format(
        Locale.ROOT,
        "%,d of %,d in %.1f ms",
        shown,
        answer.page().totalCandidates(),
        answer.millis());
  }

  private String label(Scored item) {
    return labels.stream()
        .map(item.fields()::get)
        .filter(Objects::nonNull)
        .map(AnswerText::words)
        .collect(Collectors.joining(" · "));
  }

  private static String words(Object value) {
    return value instanceof List<?> many
        ? many.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : String.valueOf(value);
  }

  private static int widest(List<String> texts, int most) {
    return Math.min(most, texts.stream().mapToInt(String::length).max().orElse(0));
  }

  private static String fit(String text, int width) {
    return pad(text.length() > width ? text.substring(0, width - 1) + "…" : text, width);
  }

  /** An id stays whole, so that it can be copied. */
  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
