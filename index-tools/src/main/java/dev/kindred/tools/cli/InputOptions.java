package dev.kindred.tools.cli;

import dev.kindred.tools.read.BadLines;
import dev.kindred.tools.read.DataFolder;
import dev.kindred.tools.read.EventSource;
import dev.kindred.tools.read.Format;
import dev.kindred.tools.read.Inputs;
import dev.kindred.tools.read.ItemSource;
import dev.kindred.tools.read.UserFacts;
import dev.kindred.tools.read.yaml.KindredConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Where catalogue and events come from. */
final class InputOptions {
  @Option(
      names = "--items",
      paramLabel = "FILE",
      description = "The catalogue: CSV, TSV, JSONL or RecBole, gzip or not.")
  private Path items;

  @Option(
      names = "--events",
      paramLabel = "FILE",
      description =
          "Who did what: CSV, TSV, JSONL, pairs, sequences, RecBole, UBI or a MovieLens file.")
  private Path events;

  @Option(
      names = "--movielens",
      paramLabel = "DIR",
      description = "A MovieLens folder of any edition.")
  private Path movieLens;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "A folder with events and perhaps items, such as 'simulate' writes.")
  private Path data;

  @Option(
      names = "--users",
      paramLabel = "FILE",
      description =
          "Facts about users, such as their country: CSV, TSV or JSONL with a column 'user'. Those"
              + " of a MovieLens folder are read anyway.")
  private Path users;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A kindred.yaml: fields, event weights, models, profiles.")
  private Path config;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "The format of --events, when it should not be told by its content: movielens, csv, tsv,"
              + " jsonl, pairs, sequences, recbole or ubi.")
  private String format = "auto";

  @Option(
      names = "--skip-bad-lines",
      paramLabel = "N",
      description = "Put up with this many bad lines in each file. Default: 0.")
  private long skipBad;

  /** What was opened. */
  record Data(
      Optional<ItemSource> items,
      Optional<EventSource> events,
      Map<String, Map<String, String>> users,
      KindredConfig config) {}

  /** Null when the options fit together, else what is wrong. */
  String problem() {
    boolean files = items != null || events != null;
    long ways =
        Stream.of(files, movieLens != null, data != null).filter(Boolean::booleanValue).count();
    if (ways != 1) {
      return "build from what? give --items and --events, or --movielens, or --data";
    }
    return skipBad < 0 ? "--skip-bad-lines must not be negative, was " + skipBad : null;
  }

  /** The named format; an unknown one is an {@link IllegalArgumentException}. */
  Format format() {
    return Format.of(format);
  }

  /** Opens what is named. */
  Data read() {
    KindredConfig known = config == null ? KindredConfig.DEFAULTS : KindredConfig.read(config);
    Inputs inputs = new Inputs(known.items(), known.events().columns(), BadLines.skip(skipBad));
    if (movieLens != null || data != null) {
      DataFolder folder = data == null ? inputs.movieLens(movieLens) : inputs.folder(data);
      return new Data(
          folder.items(),
          Optional.of(folder.events()),
          users(data == null ? movieLens : data),
          known);
    }
    return new Data(
        Optional.ofNullable(items).map(inputs::items),
        Optional.ofNullable(events).map(file -> inputs.events(file, format())),
        users(null),
        known);
  }

  /** The facts of the named file, or else of a MovieLens folder. */
  private Map<String, Map<String, String>> users(Path folder) {
    if (users != null) {
      return UserFacts.table(users);
    }
    return folder == null ? Map.of() : UserFacts.movieLens(folder);
  }
}
