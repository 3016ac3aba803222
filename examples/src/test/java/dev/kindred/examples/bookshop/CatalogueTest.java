package dev.kindred.examples.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Item;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private static List<Item> books;
  private static List<Item> films;

  @BeforeAll
  static void read() throws IOException {
    books = Catalogue.read(Catalogue.BOOKS).items();
    films = Catalogue.read(Catalogue.FILMS).items();
  }

  @Test
  void isAWholeShop() {
    assertThat(books).hasSizeGreaterThanOrEqualTo(600);
    Set<String> subjects =
        books.stream()
            .flatMap(book -> book.values("subjects").stream())
            .collect(Collectors.toSet());
    assertThat(subjects).hasSizeGreaterThanOrEqualTo(12);
  }

  @Test
  void idsAreUniqueAndSorted() {
    assertThat(books).extracting(Item::id).doesNotHaveDuplicates().isSorted();
    assertThat(books).extracting(Item::id).allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
  }

  @Test
  void everyBookIsDescribed() {
    for (Item book : books) {
      assertThat(book.text("title")).as(book.id()).isNotBlank();
      assertThat(book.text("author")).as(book.id()).isNotBlank();
      assertThat(book.values("subjects")).as(book.id()).isNotEmpty();
      int words = book.text("description").split("\\s+").length;
      assertThat(words).as("words that describe %s", book.id()).isBetween(20, 45);
    }
  }

  @Test
  void noTwoDescriptionsAreEqual() {
    Set<String> descriptions = new HashSet<>();
    books.forEach(book -> assertThat(descriptions.add(book.text("description"))).isTrue());
  }

  @Test
  void yearsAndPagesArePlausible() {
    for (Item book : books) {
      double year = ((Number) book.fields().get("published")).doubleValue();
      assertThat(year).as(book.id()).isBetween(-2500.0, 2026.0);
      double pages = ((Number) book.fields().get("pages")).doubleValue();
      assertThat(pages).as(book.id()).isBetween(10.0, 5000.0);
    }
  }

  @Test
  void filmsAreDescribedWithTheSameFields() {
    assertThat(films).hasSizeGreaterThanOrEqualTo(120);
    assertThat(films).extracting(Item::id).doesNotHaveDuplicates().isSorted();
    Set<String> subjects = new HashSet<>();
    books.forEach(book -> subjects.addAll(book.values("subjects")));
    for (Item film : films) {
      assertThat(film.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
      assertThat(film.text("title")).as(film.id()).isNotBlank();
      assertThat(film.text("author")).as(film.id()).isNotBlank();
      assertThat(subjects).as(film.id()).containsAll(film.values("subjects"));
      assertThat(film.text("description").split("\\s+").length).as(film.id()).isBetween(8, 45);
      double year = ((Number) film.fields().get("published")).doubleValue();
      assertThat(film.id()).endsWith("-" + (int) year);
      assertThat(year).isBetween(1895.0, 2026.0);
      double minutes = ((Number) film.fields().get("minutes")).doubleValue();
      assertThat(minutes).as(film.id()).isBetween(20.0, 450.0);
    }
  }

  @Test
  void everyItemNamesItsDomain() throws IOException {
    Catalogue all = Catalogue.load();
    assertThat(all.of(Catalogue.BOOKS)).isEqualTo(books);
    assertThat(all.of(Catalogue.FILMS)).isEqualTo(films);
    assertThat(all.byId()).hasSize(books.size() + films.size());
  }

  @Test
  void whatIsFamousIsInTheCatalogue() throws IOException {
    assertThat(Catalogue.load().byId().keySet()).containsAll(Taste.FAMOUS);
  }
}
