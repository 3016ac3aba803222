package dev.kindred.benchmarks.cold;

import dev.kindred.benchmarks.cold.ColdItemsBenchmark.Contender;
import dev.kindred.benchmarks.report.Page;
import dev.kindred.benchmarks.report.PageOptions;
import dev.kindred.data.Interactions;
import dev.kindred.data.Item;
import dev.kindred.tools.cli.Action;
import dev.kindred.tools.read.DataFolder;
import dev.kindred.tools.read.EventLoader;
import dev.kindred.tools.read.Inputs;
import dev.kindred.tools.read.UserFacts;
import dev.kindred.tools.read.config.EventRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindred bench cold}. */
@Command(
    name = "cold",
    description = "New items and new users, predicted from what is declared of them.",
    footerHeading = "%nExample:%n",
    footer = "  kindred bench cold --data ../shared/data")
public final class ColdCommand extends Action {
  private static final String FOLDER = "ml-1m";

  /** Draws the cold items. */
  private static final long SPLIT = 7;

  private static final Map<String, String> READING =
      Map.of("text", "title,plot", "keywords", "genres,director,actors");

  private static final Map<String, String> ALS =
      Map.of(
          "factors", "32",
          "iterations", "8",
          "regularization", "0.01");

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the data sets, of which ml-1m is read.")
  private Path data;

  @Option(
      names = "--users",
      paramLabel = "N",
      description = "How many users are asked for at most. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1000")
  private int users;

  @Mixin private PageOptions pages;

  @Override
  protected void run() throws Exception {
    DataFolder movies = Inputs.STRICT.movieLens(data.resolve(FOLDER));
    Interactions log =
        EventLoader.load(movies.events(), EventRules.COMMON, List.of()).interactions();
    Set<String> rated = new HashSet<>(log.items().ids());
    List<Item> catalogue = new ArrayList<>();
    movies
        .items()
        .orElseThrow()
        .read(
            item -> {
              if (rated.contains(item.id())) {
                catalogue.add(item);
              }
            });
    Page page =
        pages.page("New items and new users", List.of("bench cold --data DIR --users " + users));
    page.paragraph(
        "MovieLens 1M with titles, plots, genres, directors and actors. One movie in ten loses all"
            + " its events, and of the others' events one in ten is held out. Seen items are"
            + " filtered. A user's history is what is left.");
    new ColdItemsBenchmark(
            ColdSplit.of(log, users, SPLIT),
            catalogue,
            READING,
            globals().threads(),
            globals().seed(),
            this::remark)
        .run(contenders(), page);
    page.heading("Users without a history");
    page.paragraph(
        "MovieLens 1M: one user in ten loses all events; age, gender, occupation known.");
    new ColdUsersBenchmark(
            log,
            UserFacts.movieLens(data.resolve(FOLDER)),
            globals().threads(),
            globals().seed(),
            this::remark)
        .run(Map.of("als", ALS), page);
    out().print(page);
    remark("written to " + pages.write("cold", page));
  }

  private static List<Contender> contenders() {
    return List.of(
        new Contender("popularity", "popularity", Map.of(), null),
        new Contender("content", "content", READING, null),
        new Contender("als", "als", ALS, null),
        new Contender("als, cold", "als", ALS, Map.of()),
        new Contender("als, cold, norm 0.5", "als", ALS, Map.of("norm", "0.5")),
        new Contender("als, cold, norm 0", "als", ALS, Map.of("norm", "0")),
        new Contender("als, cold, shrinkage 10", "als", ALS, Map.of("shrinkage", "10")));
  }
}
