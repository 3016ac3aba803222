package dev.kindred.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Books and films in one index: what a reader gets who has never watched anything. */
class CrossDomainCommandsTest {
  private static final List<String> GENRES = List.of("gothic", "space", "sea");
  private static final int TITLES = 10;
  private static final int BOTH = 60;

  @TempDir private static Path folder;

  /** Even users of the first sixty know books and films of their genre; u60 to u62 books alone. */
  @BeforeAll
  static void build() throws IOException {
    List<String> items = new ArrayList<>(List.of("id,title,domain"));
    List<String> events = new ArrayList<>(List.of("user,item,type,value,timestamp"));
    for (String domain : List.of("book", "film")) {
      for (int i = 0; i < TITLES * GENRES.size(); i++) {
        String id = domain + "-" + GENRES.get(i % GENRES.size()) + "-" + i / GENRES.size();
        items.add(id + "," + id.replace('-', ' ') + "," + domain);
      }
      for (int user = 0; user < BOTH + (domain.equals("book") ? GENRES.size() : 0); user++) {
        for (int n = 0; n < 5; n++) {
          events.add(
              String.format(
                  Locale.ROOT,
                  "u%d,%s-%s-%d,view,1,%d",
                  user,
                  domain,
                  GENRES.get(user % GENRES.size()),
                  (user + n * n) % TITLES,
                  1_700_000_000L + user * 100L + n));
        }
      }
    }
    Files.write(folder.resolve("items.csv"), items);
    Files.write(folder.resolve("events.csv"), events);
    Cli.Run run =
        Cli.run(
            "build",
            "--out",
            folder.resolve("index").toString(),
            "--items",
            folder.resolve("items.csv").toString(),
            "--events",
            folder.resolve("events.csv").toString(),
            "--models",
            "popularity,crossdomain",
            "--param",
            "crossdomain.factors=6",
            "--param",
            "crossdomain.regularization=0.003");
    assertThat(run.code()).as(run.err()).isZero();
  }

  private static JsonNode recommend(String... more) {
    List<String> args =
        new ArrayList<>(List.of("recommend", "--index", folder.resolve("index").toString()));
    args.addAll(List.of(more));
    args.add("--json");
    return Cli.run(args.toArray(String[]::new)).json();
  }

  @Test
  void aReaderGetsFilmsBecauseOfBooks() {
    for (int genre = 0; genre < GENRES.size(); genre++) {
      JsonNode answer =
          recommend("--user", "u" + (BOTH + genre), "--domain", "film", "--size", "3");
      assertThat(answer.get("items")).hasSize(3);
      for (JsonNode item : answer.get("items")) {
        assertThat(item.get("id").asText()).startsWith("film-" + GENRES.get(genre));
        JsonNode reason = item.get("reasons").get(0);
        assertThat(reason.get("signal").asText()).isEqualTo("crossdomain");
        assertThat(reason.get("because").get(0).asText()).startsWith("book-" + GENRES.get(genre));
      }
    }
  }

  @Test
  void aVisitorWhoNamesAFilmGetsBooks() {
    JsonNode answer =
        recommend("--history", "film-sea-1", "--domain", "book", "--profile", "crossdomain");
    assertThat(answer.get("items").get(0).get("id").asText()).startsWith("book-sea");
  }

  @Test
  void theModelTellsHowFarItsBridgesReach() throws IOException {
    try (var files = Files.walk(folder.resolve("index"))) {
      Path manifest =
          files
              .filter(file -> file.endsWith("crossdomain/manifest.json"))
              .findFirst()
              .orElseThrow();
      assertThat(Files.readString(manifest)).contains("\"book_to_film_users\" : 60.0");
    }
  }
}
