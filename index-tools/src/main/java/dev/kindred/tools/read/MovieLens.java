package dev.kindred.tools.read;

import dev.kindred.tools.read.config.EventColumns;
import dev.kindred.tools.read.config.ItemFields;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which files of a MovieLens folder hold the events and the movies, whatever its edition. */
final class MovieLens {
  private static final List<String> RATINGS =
      List.of("u.data", "interactions_ordered.tsv", "ratings.dat", "ratings.csv");
  private static final List<String> MOVIES =
      List.of("u.item", "items_text.tsv", "movies.dat", "movies.csv");

  private MovieLens() {}

  static boolean is(Path folder) {
    return first(folder, RATINGS).isPresent() && first(folder, MOVIES).isPresent();
  }

  static EventSource events(Path folder, BadLines badLines) {
    Path file = need(folder, RATINGS, "ratings");
    if (file.endsWith("interactions_ordered.tsv")) {
      return new FileEvents(Input.file(file), badLines, LineEvents::ranked);
    }
    Format format = file.toString().endsWith(".csv") ? Format.CSV : Format.MOVIELENS;
    return new Inputs(ItemFields.INFERRED, EventColumns.COMMON, badLines).events(file, format);
  }

  static ItemSource items(Path folder, BadLines badLines) {
    Path file = need(folder, MOVIES, "movies");
    Input input = Input.file(file);
    String name = file.getFileName().toString();
    return new FileItems(input, badLines, in -> MovieRows.open(name, in), MovieRows.FIELDS);
  }

  /** UTF-8 where the file is that, else ISO-8859-1: editions differ under the same names. */
  static Charset charset(Input input) throws IOException {
    try (var in = input.open()) {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(in.readAllBytes()));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return StandardCharsets.ISO_8859_1;
    }
  }

  private static Path need(Path folder, List<String> names, String noun) {
    return first(folder, names)
        .orElseThrow(
            () ->
                new InputException(
                    folder.toString(),
                    0,
                    "it holds no " + noun + ", expected one of " + String.join(", ", names),
                    "name a MovieLens folder as it was unpacked"));
  }

  private static Optional<Path> first(Path folder, List<String> names) {
    return names.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
  }
}
