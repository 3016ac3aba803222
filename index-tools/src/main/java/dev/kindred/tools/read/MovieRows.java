package dev.kindred.tools.read;

import dev.kindred.tools.read.config.ItemFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Movies of the MovieLens editions: title as it stands, year from its end, release date, genres,
 * and director, actors and plot where a file tells them.
 */
final class MovieRows implements ItemRows {
  static final ItemFields FIELDS =
      new ItemFields(
          "id",
          List.of("title", "plot"),
          List.of("genres", "director", "actors"),
          List.of("year"),
          "released",
          null,
          Map.of());
  private static final Pattern YEAR = Pattern.compile("\\((\\d{4})\\)\\s*$");
  private static final List<String> GENRES =
      List.of(
          "unknown|Action|Adventure|Animation|Children's|Comedy|Crime|Documentary|Drama|Fantasy",
          "Film-Noir|Horror|Musical|Mystery|Romance|Sci-Fi|Thriller|War|Western");
  private static final List<String> FLAGS = Texts.list(String.join("|", GENRES), "|");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private final LineReader lines;
  private final Parser parser;

  private interface Parser {
    Map<String, Object> parse(String line) throws BadLine;
  }

  private MovieRows(LineReader lines, Parser parser) {
    this.lines = lines;
    this.parser = parser;
  }

  /** The reader for the file of this name. */
  static ItemRows open(String name, Input input) throws IOException {
    if (name.equals("movies.csv")) {
      return new TableItems(new CsvTable(input, ','), MovieRows::fromTable);
    }
    if (name.equals("items_text.tsv")) {
      return new TableItems(new TabTable(input), MovieRows::fromTable);
    }
    LineReader lines = new LineReader(input.name(), input.open(), MovieLens.charset(input));
    return new MovieRows(lines, name.equals("u.item") ? MovieRows::flagged : MovieRows::dat);
  }

  /** Renames what the table calls {@code movieId} or {@code movie_id}, and splits the lists. */
  private static Map<String, Object> fromTable(Map<String, Object> row) throws BadLine {
    Map<String, Object> movie = new LinkedHashMap<>();
    Object id = row.containsKey("movieId") ? row.get("movieId") : row.get("movie_id");
    movie.put("id", id == null ? "" : id);
    title(movie, String.valueOf(row.getOrDefault("title", "")));
    list(movie, "genres", row.get("genres"), "|");
    list(movie, "director", row.get("director"), ", ");
    list(movie, "actors", row.get("actors"), ", ");
    Object plot = row.get("plot");
    if (plot != null && !plot.equals("N/A")) {
      movie.put("plot", plot);
    }
    return movie;
  }

  private static void list(Map<String, Object> movie, String field, Object text, String separator) {
    if (text == null || text.equals("N/A") || text.equals("(no genres listed)")) {
      return;
    }
    List<String> values = Texts.list(text.toString(), separator);
    if (!values.isEmpty()) {
      movie.put(field, values);
    }
  }

  private static Map<String, Object> dat(String line) throws BadLine {
    String[] parts = Texts.split(line, "::");
    if (parts.length != 3) {
      throw new BadLine(
          String.format(
              Locale.ROOT,
              "the line has %d values, expected id::title::genres; it is %s",
              parts.length,
              BadLine.quoted(line)));
    }
    Map<String, Object> movie = new LinkedHashMap<>();
    movie.put("id", parts[0]);
    title(movie, parts[1]);
    list(movie, "genres", parts[2], "|");
    return movie;
  }

  private static Map<String, Object> flagged(String line) throws BadLine {
    String[] parts = Texts.split(line, "|");
    if (parts.length != 5 + FLAGS.size()) {
      throw new BadLine(
          String.format(
              Locale.ROOT,
              "the line has %d values, expected 24; it is %s",
              parts.length,
              BadLine.quoted(line)));
    }
    Map<String, Object> movie = new LinkedHashMap<>();
    movie.put("id", parts[0]);
    title(movie, parts[1]);
    if (!parts[2].isBlank()) {
      movie.put("released", released(parts[2]));
    }
    List<String> genres = new ArrayList<>();
    for (int g = 1; g < FLAGS.size(); g++) {
      if (parts[5 + g].equals("1")) {
        genres.add(FLAGS.get(g));
      }
    }
    if (!genres.isEmpty()) {
      movie.put("genres", genres);
    }
    return movie;
  }

  private static void title(Map<String, Object> movie, String title) {
    if (title.isBlank()) {
      return;
    }
    movie.put("title", title);
    Matcher year = YEAR.matcher(title);
    if (year.find()) {
      movie.put("year", Long.valueOf(year.group(1)));
      movie.put("released", Long.valueOf(year.group(1)));
    }
  }

  /** {@code 01-Jan-1995} as {@code 1995-01-01}. */
  private static String released(String date) throws BadLine {
    String[] parts = Texts.split(date.strip(), "-");
    int month = parts.length == 3 ? MONTHS.indexOf(parts[1].toLowerCase(Locale.ROOT)) + 1 : 0;
    if (month == 0) {
      throw new BadLine("the date is " + BadLine.quoted(date) + ", expected such as 01-Jan-1995");
    }
    String day = parts[0].length() == 1 ? "0" + parts[0] : parts[0];
    return String.format(Locale.ROOT, "%s-%02d-%s", parts[2], month, day);
  }

  @Override
  public Map<String, Object> next() throws IOException, BadLine {
    String line = lines.next();
    return line == null ? null : parser.parse(line);
  }

  @Override
  public long line() {
    return lines.line();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
