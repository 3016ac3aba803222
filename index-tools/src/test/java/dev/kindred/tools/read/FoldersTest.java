package dev.kindred.tools.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.data.Item;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of data, the MovieLens editions among them, in small. */
class FoldersTest {
  @TempDir Path folder;

  private List<Item> items(DataFolder data) {
    return Files4Tests.items(data.items().orElseThrow());
  }

  @Test
  void movieLensLatest() {
    Files4Tests.write(
        folder, "ratings.csv", "userId,movieId,rating,timestamp\r\n1,1,4.0,964982703\r\n");
    Files4Tests.write(
        folder,
        "movies.csv",
        """
        movieId,title,genres
        1,"American President, The (1995)",Comedy|Drama
        2,Unknown,(no genres listed)
        """);
    DataFolder data = Inputs.STRICT.folder(folder);
    assertThat(Files4Tests.shown(data.events())).containsExactly("1 1 rating 4.0 964982703000");
    assertThat(items(data))
        .containsExactly(
            new Item(
                "1",
                Map.of(
                    "title",
                    "American President, The (1995)",
                    "year",
                    1995L,
                    "released",
                    1995L,
                    "genres",
                    List.of("Comedy", "Drama"))),
            new Item("2", Map.of("title", "Unknown")));
    assertThat(data.items().orElseThrow().fields()).isEqualTo(MovieRows.FIELDS);
  }

  @Test
  void movieLensOneMillionInLatin1AndItsKinInUtf8() {
    Files4Tests.write(folder, "ratings.dat", "1::73::5::978300760\n");
    for (var charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8)) {
      Files4Tests.write(
          folder, "movies.dat", "73::Misérables, Les (1995)::Drama\n74::None::\n", charset);
      List<Item> movies = items(Inputs.STRICT.movieLens(folder));
      assertThat(movies.get(0).text("title")).isEqualTo("Misérables, Les (1995)");
      assertThat(movies.get(1).fields()).isEqualTo(Map.of("title", "None"));
    }
  }

  @Test
  void movieLensHundredThousand() {
    Files4Tests.write(folder, "u.data", "196\t242\t3\t881250949\n");
    String flags = "|0|1|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|1\n";
    Files4Tests.write(folder, "u.item", "242|Kolya (1996)|24-Jan-1997||http://x" + flags);
    assertThat(items(Inputs.STRICT.folder(folder)))
        .containsExactly(
            new Item(
                "242",
                Map.of(
                    "title",
                    "Kolya (1996)",
                    "year",
                    1996L,
                    "released",
                    "1997-01-24",
                    "genres",
                    List.of("Action", "Western"))));
    Files4Tests.write(folder, "u.item", "1|A|24-Foo-1997||" + flags);
    assertThatThrownBy(() -> items(Inputs.STRICT.folder(folder)))
        .hasMessageContaining(
            "u.item:1: the date is \"24-Foo-1997\", expected such as 01-Jan-1995");
    Files4Tests.write(folder, "u.item", "1|A\n");
    assertThatThrownBy(() -> items(Inputs.STRICT.folder(folder)))
        .hasMessageContaining("u.item:1: the line has 2 values, expected 24");
  }

  @Test
  void movieLensByOrderAlone() {
    Files4Tests.write(
        folder, "interactions_ordered.tsv", "u\ti\trank\n1\t9\t1\n1\t8\t2\n1\t7\t0\n");
    Files4Tests.write(
        folder,
        "items_text.tsv",
        """
        movie_id\ttitle\tgenres\tdirector\tactors\tplot
        9\t"Crocodile" Dundee (1986)\tComedy\tA, B\tN/A\t"Quoted" plot
        """);
    DataFolder data = Inputs.STRICT.folder(folder);
    assertThat(Files4Tests.shown(data.events()))
        .containsExactly("1 9 view 1.0 1000", "1 8 view 1.0 2000", "1 7 view 1.0 0");
    Item movie = items(data).getFirst();
    assertThat(movie.text("title")).isEqualTo("\"Crocodile\" Dundee (1986)");
    assertThat(movie.values("director")).containsExactly("A", "B");
    assertThat(movie.fields()).containsEntry("plot", "\"Quoted\" plot").doesNotContainKey("actors");
  }

  @Test
  void namedFiles() {
    Files4Tests.gzip(folder, "items.jsonl.gz", "{\"id\":\"a\",\"title\":\"A\"}\n");
    Files4Tests.write(folder, "events.csv", "user,item\nu,a\n");
    DataFolder data = Inputs.STRICT.folder(folder);
    assertThat(items(data)).extracting(Item::id).containsExactly("a");
    assertThat(Files4Tests.shown(data.events())).containsExactly("u a view 1.0 0");
  }

  @Test
  void atomicFiles() {
    Files4Tests.write(folder, "x.inter", "user_id:token\titem_id:token\nu\ti\n");
    Files4Tests.write(folder, "x.item", "item_id:token\tname:token\ni\tI\n");
    assertThat(items(Inputs.STRICT.folder(folder))).hasSize(1);
    assertThat(Files4Tests.shown(Inputs.STRICT.folder(folder).events())).hasSize(1);
  }

  @Test
  void eventsAloneAreEnough() {
    Files4Tests.write(folder, "interactions.tsv", "user\titem\nu\ta\n");
    assertThat(Inputs.STRICT.folder(folder).items()).isEmpty();
  }

  @Test
  void foldersWithoutWhatIsNeeded() {
    assertThatThrownBy(() -> Inputs.STRICT.folder(folder))
        .isInstanceOf(InputException.class)
        .hasMessage(
            folder
                + ": it holds no events, expected such as events.csv, events.jsonl or *.inter;"
                + " name the file with --events");
    assertThatThrownBy(() -> Inputs.STRICT.movieLens(folder))
        .hasMessage(
            folder
                + ": it holds no ratings, expected one of u.data, interactions_ordered.tsv,"
                + " ratings.dat, ratings.csv; name a MovieLens folder as it was unpacked");
    assertThatThrownBy(() -> Inputs.STRICT.folder(folder.resolve("gone")))
        .hasMessageEndingWith("gone: it is no folder that can be listed; check the path");
  }
}
