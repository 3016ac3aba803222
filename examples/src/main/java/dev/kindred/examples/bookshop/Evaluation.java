package dev.kindred.examples.bookshop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.data.Item;
import dev.kindred.tools.cli.Console;
import dev.kindred.tools.cli.Json;
import dev.kindred.tools.cli.Kindred;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.util.IOUtils;

/**
 * How well each model finds what the simulated readers took later: the report of {@code kindred
 * evaluate}, beside the index together with the catalogue and events that it was made of, so that
 * the command in it can be repeated. Thread-safe.
 */
public final class Evaluation {
  private static final String FOLDER = "evaluation";
  private static final String MODELS = "popularity,content,itemknn,als";

  private final Path folder;
  private final Catalogue catalogue;

  Evaluation(Path index, Catalogue catalogue) {
    this.folder = index.resolve(FOLDER);
    this.catalogue = catalogue;
  }

  /** Removes what was measured on another catalogue or other readers. */
  static void forget(Path index) throws IOException {
    IOUtils.rm(index.resolve(FOLDER));
  }

  /** The report as HTML; empty before {@link #measure}. */
  public Optional<String> report() throws IOException {
    Path report = folder.resolve("report.html");
    return Files.exists(report) ? Optional.of(Files.readString(report)) : Optional.empty();
  }

  /** Trains the models on the earlier nine tenths of the events and measures them on the rest. */
  public synchronized void measure() throws IOException {
    Files.createDirectories(folder);
    Path items = Files.writeString(folder.resolve("items.jsonl"), items());
    Path events = folder.resolve("events.csv");
    writeEvents(events);
    Path fresh = folder.resolve("report.part");
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(Writer.nullWriter()),
            new PrintWriter(err),
            false,
            InstantSource.system(),
            Map.of());
    int code =
        Kindred.run(
            console,
            List.of(),
            "evaluate",
            "--models",
            MODELS,
            "--events",
            events.toString(),
            "--items",
            items.toString(),
            "--split",
            "time:0.9",
            "--metrics",
            "ndcg@10,recall@20,coverage@10,novelty@10",
            "--param",
            "content.keywords=author,subjects,series",
            "--param",
            "als.factors=32",
            "--report",
            fresh.toString());
    if (code != 0) {
      throw new IOException("the evaluation failed: " + err);
    }
    Files.move(fresh, folder.resolve("report.html"), StandardCopyOption.REPLACE_EXISTING);
  }

  private String items() {
    StringBuilder lines = new StringBuilder();
    for (Item item : catalogue) {
      ObjectNode line = Json.object().put("id", item.id());
      item.fields().forEach((name, value) -> line.set(name, Json.tree(value)));
      lines.append(Json.line(line)).append('\n');
    }
    return lines.toString();
  }

  private void writeEvents(Path file) throws IOException {
    StringBuilder lines = new StringBuilder("user,item,type,value,timestamp\n");
    new Readers(catalogue)
        .read(
            (user, item, type, value, time) ->
                lines
                    .append(
                        String.join(",", user, item, type, "1", Instant.ofEpochMilli(time) + ""))
                    .append('\n'));
    Files.writeString(file, lines);
  }
}
