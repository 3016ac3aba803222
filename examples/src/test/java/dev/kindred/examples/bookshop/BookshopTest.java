package dev.kindred.examples.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Event;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What anybody who knows the books would expect. */
class BookshopTest {
  private static Bookshop shop;

  @BeforeAll
  static void open() throws IOException {
    shop = Bookshop.open(TestShop.folder());
  }

  @AfterAll
  static void close() throws IOException {
    shop.close();
  }

  private static List<String> ids(Request request) throws IOException {
    return shop.recommender().recommend(request).items().stream().map(Scored::itemId).toList();
  }

  private static Request books(Request request) {
    return request.filter(Catalogue.DOMAIN, "=", Catalogue.BOOKS);
  }

  private static Request films(Request request) {
    return request.filter(Catalogue.DOMAIN, "=", Catalogue.FILMS);
  }

  @ParameterizedTest(name = "films like {0} have {1}")
  @CsvSource({
    "dracula, bram-stokers-dracula-1992 nosferatu-1922",
    "dune, dune-2021",
    "pride-and-prejudice, pride-and-prejudice-2005 sense-and-sensibility-1995",
    "the-hobbit, the-lord-of-the-rings-the-fellowship-of-the-ring-2001"
  })
  void filmsAreFoundFromBooks(String book, String expected) throws IOException {
    List<String> found = ids(films(Request.like(book)));
    assertThat(found).hasSize(10).contains(expected.split(" "));
    for (String id : found) {
      assertThat(shop.item(id).orElseThrow().text(Catalogue.DOMAIN)).isEqualTo(Catalogue.FILMS);
    }
  }

  @Test
  void whoAsksForMoreLikeABookIsShownABookFirst() throws IOException {
    List<String> anything = ids(Request.like("dracula"));
    assertThat(anything.getFirst()).isEqualTo("carmilla");
    assertThat(anything.subList(0, 5)).contains("bram-stokers-dracula-1992");
    List<String> likeAFilm = ids(Request.like("dracula-1931"));
    assertThat(shop.item(likeAFilm.getFirst()).orElseThrow().text(Catalogue.DOMAIN))
        .isEqualTo(Catalogue.FILMS);
  }

  @Test
  void whoReadsScienceFictionIsShownItAtTheCinema() throws IOException {
    long fitting =
        ids(films(Request.user("reader-space"))).stream()
            .filter(
                id -> shop.item(id).orElseThrow().values("subjects").contains("science fiction"))
            .count();
    assertThat(fitting).isGreaterThanOrEqualTo(7);
  }

  @ParameterizedTest(name = "more like {0} has {1}")
  @CsvSource({
    "dracula, carmilla frankenstein",
    "the-hound-of-the-baskervilles, a-study-in-scarlet the-sign-of-the-four",
    "the-hound-of-the-baskervilles, the-adventures-of-sherlock-holmes",
    "dune, dune-messiah foundation",
    "the-hobbit, the-fellowship-of-the-ring the-silmarillion",
    "a-brief-history-of-time, the-elegant-universe cosmos",
    "pride-and-prejudice, sense-and-sensibility emma",
    "the-republic, nicomachean-ethics leviathan",
    "one-hundred-years-of-solitude, love-in-the-time-of-cholera pedro-paramo",
    "war-and-peace, anna-karenina",
    "treasure-island, moby-dick swallows-and-amazons"
  })
  void moreLikeABookIsWhatAReaderWouldSay(String book, String expected) throws IOException {
    assertThat(ids(books(Request.like(book)))).hasSize(10).contains(expected.split(" "));
  }

  @ParameterizedTest(name = "search {0} finds {1}")
  @CsvSource({
    "vampires in a castle, carmilla",
    "Sherlock Holmes, the-hound-of-the-baskervilles",
    "Bram Stoker, dracula",
    "white whale, moby-dick",
    "black holes universe, a-brief-history-of-time"
  })
  void searchFindsWhatIsMeant(String text, String expected) throws IOException {
    assertThat(ids(Request.search(text))).contains(expected);
  }

  @ParameterizedTest(name = "{0} gets {1}")
  @CsvSource({
    "reader-gothic, gothic",
    "reader-detective, mystery",
    "reader-space, science fiction",
    "reader-philosophy, philosophy",
    "reader-dragons, fantasy",
    "reader-science, science",
    "reader-sea, adventure"
  })
  void aReaderWithOneTasteIsServedToIt(String reader, String subject) throws IOException {
    List<String> page = ids(books(Request.user(reader)));
    long fitting =
        page.stream()
            .filter(id -> shop.item(id).orElseThrow().values("subjects").contains(subject))
            .count();
    assertThat(fitting).isGreaterThanOrEqualTo(6);
  }

  @Test
  void nobodyIsRecommendedWhatTheyHaveRead() throws IOException {
    List<String> read =
        shop.recommender().users().find("reader-gothic").orElseThrow().history().stream()
            .map(Event::itemId)
            .toList();
    assertThat(ids(Request.user("reader-gothic").size(100))).doesNotContainAnyElementsOf(read);
  }

  @Test
  void everyRecommendationHasAReason() throws IOException {
    for (Scored item : shop.recommender().recommend(Request.user("reader-gothic")).items()) {
      assertThat(item.reasons()).as(item.itemId()).isNotEmpty();
      assertThat(item.fields()).containsKeys("title", "author");
    }
  }

  @Test
  void filtersNarrowTheShop() throws IOException {
    for (String id : ids(Request.user("reader-gothic").filter("language", "=", "fr"))) {
      assertThat(shop.item(id).orElseThrow().values("language")).containsExactly("fr");
    }
  }

  @Test
  void theLatestBooksComeFirst() throws IOException {
    List<Event> history = shop.recommender().users().find("reader-space").orElseThrow().history();
    String newest = shop.item(history.getLast().itemId()).orElseThrow().text("title");
    assertThat(shop.latest("reader-space", 3)).hasSize(3).first().isEqualTo(newest);
    assertThat(shop.latest("stranger", 3)).isEmpty();
  }

  @Test
  void aBuiltShopIsNotBuiltAgain() throws IOException {
    Path current = TestShop.folder().resolve("CURRENT");
    var before = Files.getLastModifiedTime(current);
    Bookshop.open(TestShop.folder()).close();
    assertThat(Files.getLastModifiedTime(current)).isEqualTo(before);
    assertThat(Bookshop.isBuilt(TestShop.folder())).isTrue();
    assertThat(Bookshop.isBuilt(Path.of("nowhere"))).isFalse();
  }
}
