package dev.kindred.examples.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Event;
import dev.kindred.data.Item;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReadersTest {
  private static Map<String, Item> books;
  private static List<Event> events;

  @BeforeAll
  static void simulate() throws IOException {
    Catalogue catalogue = Catalogue.load();
    books = catalogue.byId();
    events = read(catalogue);
  }

  private static List<Event> read(Catalogue catalogue) {
    List<Event> read = new ArrayList<>();
    new Readers(catalogue).forEach(read::add);
    return read;
  }

  @Test
  void threeHundredReadersReadABookOnceEach() {
    Set<String> pairs = new HashSet<>();
    Set<String> readers = new HashSet<>();
    for (Event event : events) {
      assertThat(pairs.add(event.userId() + " " + event.itemId())).isTrue();
      assertThat(books).containsKey(event.itemId());
      readers.add(event.userId());
    }
    assertThat(readers).hasSize(300).containsExactlyInAnyOrderElementsOf(Readers.names());
  }

  @Test
  void theSameReadersReadTheSameBooks() throws IOException {
    assertThat(read(Catalogue.load())).isEqualTo(events);
  }

  @Test
  void namedReadersKeepToTheirTaste() {
    for (Taste taste : Taste.ALL) {
      List<Event> own =
          events.stream().filter(e -> e.userId().equals("reader-" + taste.name())).toList();
      long fitting = own.stream().filter(e -> taste.of(books.get(e.itemId())) > 0).count();
      assertThat((double) fitting / own.size()).as(taste.name()).isGreaterThan(0.6);
    }
  }

  @Test
  void eachReaderGoesForwardInTime() {
    for (int i = 1; i < events.size(); i++) {
      if (events.get(i).userId().equals(events.get(i - 1).userId())) {
        assertThat(events.get(i).time()).isAfterOrEqualTo(events.get(i - 1).time());
      }
    }
  }

  @Test
  void everybodyGoesToTheCinemaToo() {
    Set<String> readers = new HashSet<>();
    for (Event event : events) {
      if (books.get(event.itemId()).text(Catalogue.DOMAIN).equals(Catalogue.FILMS)) {
        readers.add(event.userId());
      }
    }
    assertThat(readers).hasSize(300);
  }
}
