package dev.kindred.index;

import dev.kindred.internal.registry.Polymorphic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * SHA-256 of what never changes in a generation, by path.
 *
 * @param format of this file
 * @param sha256 in hex, by path from the generation's directory, with slashes
 */
record Checksums(int format, Map<String, String> sha256) {
  private static final int FORMAT = 1;
  private static final String FILE = "checksums.json";
  private static final Set<String> CHANGING =
      Set.of(Generations.ITEMS, Generations.USERS, FILE, Lease.FILE);

  static void write(Path generation) throws IOException {
    Checksums checksums = new Checksums(FORMAT, compute(generation));
    Files.write(
        generation.resolve(FILE),
        Polymorphic.json().writerWithDefaultPrettyPrinter().writeValueAsBytes(checksums));
  }

  private static Map<String, String> compute(Path generation) throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(generation)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        Path relative = generation.relativize(path);
        if (!CHANGING.contains(relative.getName(0).toString())) {
          found.put(relative.toString().replace('\\', '/'), Digests.sha256(path));
        }
      }
    }
    return found;
  }

  static void verify(Path generation) throws IOException {
    Map<String, String> expected = read(generation).sha256();
    Map<String, String> found = compute(generation);
    Set<String> files = new TreeSet<>(expected.keySet());
    files.addAll(found.keySet());
    List<String> damages = new ArrayList<>();
    for (String file : files) {
      if (!found.containsKey(file)) {
        damages.add(file + " is missing");
      } else if (!expected.containsKey(file)) {
        damages.add(file + " was added");
      } else if (!expected.get(file).equals(found.get(file))) {
        damages.add(file + " has changed");
      }
    }
    if (!damages.isEmpty()) {
      throw damaged(generation, String.join(", ", damages), null);
    }
  }

  private static Checksums read(Path generation) throws IOException {
    try {
      return Polymorphic.json()
          .readValue(Files.readAllBytes(generation.resolve(FILE)), Checksums.class);
    } catch (NoSuchFileException e) {
      throw damaged(generation, FILE + " is missing", e);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw damaged(generation, FILE + " cannot be read", e);
    }
  }

  private static IllegalStateException damaged(Path generation, String what, Exception cause) {
    return new IllegalStateException(
        generation + " is damaged: " + what + "; build the index again, or go back with rollback",
        cause);
  }
}
