package dev.kindred.tools.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Thirty books of three genres, thirty readers who each keep to one, and an index of them. */
final class SmallShop {
  private static final List<String> GENRES = List.of("gothic", "space", "sea");
  private static final List<String> WORDS = List.of("vampire castle", "robot planet", "ship storm");
  private static final int BOOKS = 10;
  private static Path shared;

  private SmallShop() {}

  static String items() {
    StringBuilder lines = new StringBuilder();
    for (int genre = 0; genre < 3; genre++) {
      for (int i = 0; i < BOOKS; i++) {
        lines.append(
            String.format(
                Locale.ROOT,
                "{\"id\":\"%s-%d\",\"title\":\"%s tale %d\",\"author\":\"Writer %d\",\"genre\":\"%s\","
                    + "\"description\":\"A tale of %s number %d\",\"price\":%d,\"published\":%d}%n",
                GENRES.get(genre),
                i,
                GENRES.get(genre),
                i,
                i % 4,
                GENRES.get(genre),
                WORDS.get(genre),
                i,
                5 + i,
                1990 + i));
      }
    }
    return lines.toString();
  }

  static String events() {
    StringBuilder lines = new StringBuilder("user,item,type,value,timestamp\n");
    for (int user = 0; user < 30; user++) {
      for (int i = 0; i < BOOKS; i++) {
        if ((i + user) % 4 != 0) {
          lines.append(
              String.format(
                  Locale.ROOT,
                  "u%d,%s-%d,view,1,%d%n",
                  user,
                  GENRES.get(user % 3),
                  (i * 3 + user) % BOOKS,
                  1_700_000_000L + user * 100L + i * 86_400L));
        }
      }
    }
    return lines.toString();
  }

  static List<String> build(Path folder, String... more) {
    try {
      Path items = folder.resolve("items.jsonl");
      Path events = folder.resolve("events.csv");
      Files.writeString(items, items(), StandardCharsets.UTF_8);
      Files.writeString(events, events(), StandardCharsets.UTF_8);
      List<String> args =
          new ArrayList<>(List.of("build", "--out", folder.resolve("index").toString()));
      args.addAll(List.of("--items", items.toString(), "--events", events.toString()));
      args.addAll(
          List.of("--models", "popularity,content,itemknn,als", "--param", "als.factors=8"));
      args.addAll(List.of(more));
      return args;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An index that no test may change. */
  static synchronized String index() {
    if (shared == null) {
      try {
        Path folder = Files.createTempDirectory("small-shop");
        Cli.Run run = Cli.run(build(folder).toArray(String[]::new));
        if (run.code() != 0) {
          throw new AssertionError(run.err());
        }
        shared = folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return shared.resolve("index").toString();
  }

  /** An index of the test's own. */
  static String freshIndex(Path folder) {
    Cli.Run run = Cli.run(build(folder).toArray(String[]::new));
    if (run.code() != 0) {
      throw new AssertionError(run.err());
    }
    return folder.resolve("index").toString();
  }
}
