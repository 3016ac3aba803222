package dev.kindred.tools.read;

import dev.kindred.tools.read.config.EventColumns;
import dev.kindred.tools.read.config.ItemFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is declared of users: in a table, or by MovieLens folders: {@code u.user} of the 100K
 * edition, {@code users.dat} of the 1M edition. Ages become decades, postcodes their first
 * character, so that many users share a value.
 */
public final class UserFacts {
  private static final int COLUMNS = 5;

  private UserFacts() {}

  /**
   * By user id: {@code age}, {@code gender}, {@code occupation}, {@code postcode}; empty when the
   * folder has no such file.
   *
   * @throws InputException naming the line that cannot be read
   */
  public static Map<String, Map<String, String>> movieLens(Path folder) {
    Path table = folder.resolve("u.user");
    if (Files.isRegularFile(table)) {
      return read(table, "\\|", 1, 2);
    }
    Path dat = folder.resolve("users.dat");
    return Files.isRegularFile(dat) ? read(dat, "::", 2, 1) : Map.of();
  }

  /**
   * By user id, every other column of a table: CSV, TSV or JSONL, gzip or not, with a column {@code
   * user}. Empty values are left out.
   *
   * @throws InputException when it cannot be read
   */
  public static Map<String, Map<String, String>> table(Path file) {
    ItemFields columns = new ItemFields("user", List.of(), List.of(), List.of(), "", "", Map.of());
    Map<String, Map<String, String>> users = new LinkedHashMap<>();
    new Inputs(columns, EventColumns.COMMON, BadLines.STOP)
        .items(file)
        .read(
            user -> {
              Map<String, String> facts = new LinkedHashMap<>();
              user.fields().keySet().forEach(name -> facts.put(name, user.text(name)));
              facts.values().removeIf(String::isBlank);
              users.put(user.id(), facts);
            });
    return users;
  }

  private static Map<String, Map<String, String>> read(
      Path file, String separator, int age, int gender) {
    Map<String, Map<String, String>> users = new LinkedHashMap<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String[] values = lines.get(i).split(separator, -1);
      if (values.length != COLUMNS || !values[age].matches("[0-9]{1,3}")) {
        throw new InputException(
            file.toString(),
            i + 1,
            "the line is " + lines.get(i) + ", expected user, age, gender, occupation, postcode",
            "mend the line, or take the file away");
      }
      users.put(
          values[0],
          Map.of(
              "age",
              values[age].length() < 2 ? "0" : values[age].replaceAll(".$", "0"),
              "gender",
              values[gender],
              "occupation",
              values[3],
              "postcode",
              values[4].isEmpty() ? "" : values[4].substring(0, 1)));
    }
    return users;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
