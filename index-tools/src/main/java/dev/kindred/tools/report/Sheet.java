package dev.kindred.tools.report;

import java.time.Instant;
import java.util.List;

/** What every page has around its own content, and the parts that several have. */
public final class Sheet {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ground: #fff; --ink: #16201c; --muted: #55615b; --line: #d6dbd5; }
      @media (prefers-color-scheme: dark) {
        :root { --ground: #101513; --ink: #e6ebe7; --muted: #9aa8a1; --line: #2b3631; } }
      body { margin: 2rem auto; max-width: 64rem; padding: 0 1.2rem; background: var(--ground); color: var(--ink);
        font: 1rem/1.5 "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
      h1, h2 { line-height: 1.2; } h2 { margin-top: 2.4rem; } p, li { max-width: 70ch; }
      .wide { overflow-x: auto; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
      th, td { border-bottom: 1px solid var(--line); padding: .4rem 1rem .4rem 0; text-align: left; vertical-align: top; }
      small, .muted { color: var(--muted); } svg { max-width: 100%; height: auto; border-radius: 6px; display: block; margin: 1rem 0; }
      code { overflow-wrap: anywhere; }
      """;

  private Sheet() {}

  /**
   * A whole file that needs nothing beside it.
   *
   * @param title text
   * @param body markup, which follows the title as the first heading
   */
  public static String html(String title, String body) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
        + Html.text("title", title)
        + "\n<style>\n"
        + STYLE
        + "</style>\n</head>\n<body>\n<main>\n"
        + Html.text("h1", title)
        + body
        + "</main>\n</body>\n</html>\n";
  }

  /** How and when the numbers came about. */
  static String origin(String command, Instant when) {
    return Html.element(
        "p",
        "class=\"muted\"",
        "Measured " + Html.escaped(when + " with ") + Html.text("code", command));
  }

  /** A table that narrow screens move sideways, also by the keyboard. */
  static String wide(String label, String table) {
    return Html.element(
        "div",
        "class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"" + Html.escaped(label) + "\"",
        table);
  }

  /**
   * A table whose rows begin with their names.
   *
   * @param rows each the name, then cells, which are markup
   */
  static String table(List<String> columns, List<List<String>> rows) {
    StringBuilder head = new StringBuilder();
    columns.forEach(
        column -> head.append(Html.element("th", "scope=\"col\"", Html.escaped(column))));
    StringBuilder body = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder cells =
          new StringBuilder(Html.element("th", "scope=\"row\"", Html.escaped(row.getFirst())));
      row.subList(1, row.size()).forEach(cell -> cells.append(Html.element("td", "", cell)));
      body.append(Html.element("tr", "", cells.toString())).append("\n");
    }
    return Html.element(
        "table",
        "",
        Html.element("thead", "", Html.element("tr", "", head.toString()))
            + Html.element("tbody", "", body.toString()));
  }

  /** Remarks on the numbers. */
  static String notes(List<String> notes) {
    StringBuilder list = new StringBuilder();
    notes.forEach(note -> list.append(Html.text("li", note)));
    return Html.text("h2", "About the numbers") + Html.element("ul", "", list.toString()) + "\n";
  }
}
