package dev.kindred.tools.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Interactions;
import dev.kindred.data.Item;
import dev.kindred.tools.read.config.EventColumns;
import dev.kindred.tools.read.config.EventRules;
import dev.kindred.tools.read.config.ItemFields;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The counts of the published data sets; skipped where they are absent. */
class ReferenceDataTest {
  private static Interactions load(EventSource source) {
    return EventLoader.load(source, EventRules.COMMON, List.of()).interactions();
  }

  @ParameterizedTest
  @CsvSource({
    "ml-100k/u.data, 943, 1682, 100000, true",
    "ml-100k/u1.base, 943, 1650, 80000, true",
    "ml-1m/ml-1m_sas.txt, 6040, 3416, 999611, false",
    "ml-1m/ratings_users1-2999.dat, 2999, 3615, 487650, true",
    "ml-1m/ncf/ml-1m.train.pairs.tsv, 6040, 3704, 994169, false",
    "ml-1m/ncf/ml-1m.test.rating, 6040, 1921, 6040, true",
    "ml-1m-m1/train.txt, 6022, 3043, 796244, false",
    "ml-1m-m1/test.txt, 6022, 3021, 99455, false",
    "gowalla/train.txt, 29858, 40979, 719081, false",
    "gowalla/test.txt, 29858, 38546, 217242, false",
    "amazon-beauty/sequences.txt, 22363, 12101, 198502, false",
    "amazon-sports/sequences.txt, 35598, 18357, 296337, false",
    "amazon-toys/sequences.txt, 19412, 11924, 167597, false",
    "beauty-bert4rec/beauty.txt, 40226, 54542, 353962, false",
    "cross-domain-games-video/train.txt, -1, -1, 155036, false",
    "cross-domain-games-video/video_game/train.txt, -1, -1, 156091, false",
    "goodbooks-10k/ratings.csv, 53424, 10000, 979478, true",
    "movietweetings-100k/ratings.dat, 16554, 10506, 100000, true",
  })
  void holdsWhatItShould(String file, int users, int items, int events, boolean explicit) {
    Interactions matrix = load(Inputs.STRICT.events(ReferenceData.path(file)));
    assertThat(matrix.size()).isEqualTo(events);
    if (users >= 0) {
      assertThat(matrix.users().size()).isEqualTo(users);
      assertThat(matrix.items().size()).isEqualTo(items);
    }
    assertThat(matrix.explicit()).isEqualTo(explicit);
  }

  @Test
  void readsMovieLens100k() {
    DataFolder folder = Inputs.STRICT.folder(ReferenceData.path("ml-100k"));
    List<Item> movies = Files4Tests.items(folder.items().orElseThrow());
    assertThat(movies).hasSize(1682);
    assertThat(movies.getFirst())
        .isEqualTo(
            new Item(
                "1",
                Map.of(
                    "title",
                    "Toy Story (1995)",
                    "year",
                    1995L,
                    "released",
                    "1995-01-01",
                    "genres",
                    List.of("Animation", "Children's", "Comedy"))));
    assertThat(movies.get(266).fields()).isEqualTo(Map.of("title", "unknown"));
    assertThat(movies.get(542).text("title")).isEqualTo("Misérables, Les (1995)");
    assertThat(load(folder.events()).size()).isEqualTo(100_000);
  }

  @Test
  void readsMovieLens1mFromOrderAndTexts() {
    DataFolder folder = Inputs.STRICT.movieLens(ReferenceData.path("ml-1m"));
    Interactions matrix = load(folder.events());
    assertThat(matrix.size()).isEqualTo(1_000_209);
    assertThat(matrix.users().size()).isEqualTo(6040);
    assertThat(matrix.items().size()).isEqualTo(3706);
    assertThat(matrix.explicit()).isFalse();
    long unranked = 0;
    for (int p = 0; p < matrix.size(); p++) {
      unranked += matrix.time(p) == 0 ? 1 : 0;
    }
    assertThat(unranked).isEqualTo(598);
    int first = matrix.users().ordinal("1");
    assertThat(matrix.items().id(matrix.item(matrix.from(first)))).isEqualTo("3186");

    List<Item> movies = Files4Tests.items(folder.items().orElseThrow());
    assertThat(movies).hasSize(3883);
    assertThat(movies.getFirst().values("actors"))
        .containsExactly("Tom Hanks", "Tim Allen", "Don Rickles", "Jim Varney");
    assertThat(movies.getFirst().text("plot")).contains("doll named \"Woody\"");
    assertThat(movies.stream().filter(movie -> !movie.fields().containsKey("plot")).count())
        .isEqualTo(38);
  }

  @Test
  void readsTheMoviesInLatin1() {
    Path latin = ReferenceData.path("ml-1m", "movies.dat");
    ItemSource movies =
        new FileItems(
            Input.file(latin),
            BadLines.STOP,
            in -> MovieRows.open("movies.dat", in),
            MovieRows.FIELDS);
    assertThat(Files4Tests.items(movies))
        .hasSize(3883)
        .anyMatch(movie -> movie.text("title").equals("Misérables, Les (1995)"));
  }

  @Test
  void readsMovieTweetings() {
    DataFolder folder = Inputs.STRICT.folder(ReferenceData.path("movietweetings-100k"));
    List<Item> movies = Files4Tests.items(folder.items().orElseThrow());
    assertThat(movies).hasSize(10_506);
    assertThat(movies.stream().filter(movie -> movie.values("genres").isEmpty())).hasSize(66);
    assertThat(movies.stream().map(Item::id)).contains("0004936");
    Interactions matrix = load(folder.events());
    assertThat(matrix.items().ids()).contains("1074638");
    assertThat(matrix.newest()).isBetween(1_377_900_000_000L, 1_378_100_000_000L);
  }

  @Test
  void joinsGoodbooksByTheConfiguredIds() {
    Path ratings = ReferenceData.path("goodbooks-10k", "ratings.csv");
    ItemSource books = Inputs.STRICT.items(ReferenceData.path("goodbooks-10k", "books_v1.csv"));
    assertThat(books.fields().id()).isEqualTo("id");
    assertThat(books.fields().text()).containsExactly("title", "original_title");
    assertThat(books.fields().keywords()).containsExactly("authors", "language_code");
    List<Item> items = Files4Tests.items(books);
    assertThat(items).hasSize(10_000);
    assertThat(items.getFirst().text("title")).isEqualTo("The Hunger Games (The Hunger Games, #1)");
    Inputs inputs =
        new Inputs(
            ItemFields.INFERRED,
            new EventColumns("user_id", "book_id", null, null, null),
            BadLines.STOP);
    EventLoader.Loaded loaded =
        EventLoader.load(
            inputs.events(ratings), EventRules.COMMON, items.stream().map(Item::id).toList());
    assertThat(loaded.strangers()).isZero();
    assertThat(loaded.report().records()).isEqualTo(981_756);
    assertThat(loaded.interactions().items().id(0)).isEqualTo("1");
  }
}
