package dev.kindred.benchmarks.accuracy;

import dev.kindred.data.Interactions;
import dev.kindred.data.Item;
import dev.kindred.index.Schema;
import dev.kindred.tools.evaluate.task.Seen;
import dev.kindred.tools.evaluate.task.Split;
import dev.kindred.tools.evaluate.task.Task;
import dev.kindred.tools.rehearse.Rehearsal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * MovieLens 1M, the users of whom times are known, with plots, genres and people of the movies; one
 * moment separates what is learned from what is asked.
 */
record HybridMovies() implements HybridData {
  private static final String FOLDER = "ml-1m";
  private static final Split SPLIT = Split.standard();

  @Override
  public String name() {
    return FOLDER;
  }

  @Override
  public String title() {
    return "MovieLens 1M with plots and genres, users with times, split at one moment";
  }

  @Override
  public Task task(Path data) {
    Interactions all = Logs.read(data.resolve(FOLDER).resolve("ratings_users1-2999.dat"));
    return SPLIT.tasks(all, Seen.FILTERED).getFirst();
  }

  /** Users who are not strangers, as nearly all of the test's; strangers see what is popular. */
  @Override
  public Task carveOut(Task task) {
    Task carved = task.carveOut(SPLIT).getFirst();
    return carved.asking(
        carved.queries().stream().filter(query -> !query.history().isEmpty()).toList());
  }

  @Override
  public List<Item> items(Path data) throws IOException {
    return Files.readAllLines(data.resolve(FOLDER).resolve("items_text.tsv")).stream()
        .skip(1)
        .map(HybridMovies::movie)
        .toList();
  }

  private static Item movie(String line) {
    String[] cells = line.split("\t", -1);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("title", cells[1]);
    fields.put("genres", split(cells[2], "\\|"));
    fields.put("director", split(cells[3], ","));
    fields.put("actors", split(cells[4], ","));
    fields.put("plot", cells[5].equals("N/A") ? "" : cells[5]);
    return new Item(cells[0], fields);
  }

  private static List<String> split(String cell, String at) {
    return Arrays.stream(cell.split(at))
        .map(String::strip)
        .filter(value -> !value.isEmpty() && !value.equals("N/A"))
        .toList();
  }

  @Override
  public Schema schema() {
    return new Schema(
        List.of("title", "plot"),
        List.of("genres", "director", "actors"),
        List.of(),
        null,
        null,
        Map.of(),
        null);
  }

  @Override
  public double goal() {
    return 0.05;
  }

  @Override
  public String alike() {
    return "genres";
  }

  @Override
  public List<Rehearsal.Part> models() {
    return List.of(
        HybridData.model("popularity"),
        HybridData.model("trend", "half_life", "P7D"),
        HybridData.model("content", "text", "title,plot", "keywords", "genres,director,actors"),
        HybridData.model("preference", "field", "genres"),
        HybridData.model("itemknn"),
        HybridData.model("userknn"),
        HybridData.model("rules"),
        HybridData.model("ease", "regularization", "500"),
        HybridData.model("als", "factors", "64"),
        HybridData.model("gfcf"));
  }
}
