package dev.kindred.tools.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.data.Item;
import dev.kindred.tools.read.config.ItemFields;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorTest {
  private static final Simulator WORLD = new Simulator(7, 2_000, 60, 3_000);
  private static final ItemFields FIELDS =
      new ItemFields("id", List.of(), List.of("category"), List.of("volume"), null, null, Map.of());

  private record Done(String reader, String item, String type, long time) {}

  private static List<Done> events(Simulator world) {
    List<Done> events = new ArrayList<>();
    world.readers((user, item, type, value, time) -> events.add(new Done(user, item, type, time)));
    return events;
  }

  private static List<Done> events(Simulator world, List<Item> catalogue) {
    List<Done> events = new ArrayList<>();
    world.simulateReaders(
        catalogue,
        FIELDS,
        (user, item, type, value, time) -> events.add(new Done(user, item, type, time)));
    return events;
  }

  private static Map<String, List<Done>> byReader(List<Done> events) {
    Map<String, List<Done>> byReader = new LinkedHashMap<>();
    events.forEach(e -> byReader.computeIfAbsent(e.reader, any -> new ArrayList<>()).add(e));
    return byReader;
  }

  private static List<String> views(List<Done> events) {
    return events.stream().filter(e -> e.type.equals("view")).map(Done::item).toList();
  }

  @Test
  void theCatalogueIsTheSameWheneverAsked() {
    List<Item> once = new ArrayList<>();
    WORLD.catalogue().forEach(once::add);
    List<Item> again = new ArrayList<>();
    WORLD.catalogue().forEach(again::add);
    assertThat(once).hasSize(2_000).isEqualTo(again);
    assertThat(once.stream().map(Item::id)).doesNotHaveDuplicates();
    assertThat(once).allSatisfy(item -> assertThat(item.text("title")).isNotEmpty());
  }

  @Test
  void volumesOfASeriesShareTitleAuthorAndGenre() {
    Map<String, Set<String>> made = new LinkedHashMap<>();
    int number = 0;
    for (Item item : WORLD.catalogue()) {
      String block = number++ / 10 + item.text("series");
      if (!item.text("series").isEmpty()) {
        assertThat(item.text("title")).startsWith(item.text("series") + ", volume ");
        made.computeIfAbsent(block, any -> new HashSet<>())
            .add(item.text("author") + item.text("category"));
      }
    }
    assertThat(made).hasSizeGreaterThan(100);
    assertThat(made.values()).allSatisfy(kinds -> assertThat(kinds).hasSize(1));
  }

  @Test
  void equalSimulatorsMakeEqualEvents() {
    assertThat(events(WORLD)).isEqualTo(events(WORLD));
    assertThat(events(new Simulator(8, 2_000, 60, 3_000))).isNotEqualTo(events(WORLD));
  }

  @Test
  void readersComeOneAfterTheOtherEachInOrderOfTime() {
    List<Done> events = events(WORLD);
    assertThat(events).hasSize(3_000);
    List<String> readers = events.stream().map(Done::reader).distinct().toList();
    assertThat(readers)
        .isEqualTo(IntStream.rangeClosed(1, 60).mapToObj(n -> "reader" + n).toList());
    for (int e = 1; e < events.size(); e++) {
      Done before = events.get(e - 1);
      Done done = events.get(e);
      if (before.reader.equals(done.reader)) {
        assertThat(done.time).isGreaterThanOrEqualTo(before.time);
      } else {
        assertThat(done.reader).isEqualTo("reader" + (readers.indexOf(before.reader) + 2));
      }
      assertThat(done.time).isBetween(Crowd.END - Crowd.SPAN, Crowd.END - 1);
    }
  }

  @Test
  void nobodyViewsAnItemTwiceOrBuysWhatWasNotViewed() {
    byReader(events(WORLD))
        .forEach(
            (reader, events) -> {
              assertThat(views(events)).doesNotHaveDuplicates();
              Set<String> viewed = new HashSet<>();
              for (Done done : events) {
                assertThat(done.type).isIn("view", "cart", "purchase");
                assertThat(done.type.equals("view") == viewed.add(done.item)).isTrue();
              }
            });
  }

  @Test
  void whoHasReadEverythingStops() {
    Map<String, List<Done>> readers = byReader(events(new Simulator(1, 3, 5, 1_000)));
    assertThat(readers).hasSize(5);
    assertThat(readers.values()).allSatisfy(all -> assertThat(all).hasSizeBetween(1, 9));
  }

  private static Item item(int number, String category, int volume) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("category", category);
    if (volume > 0) {
      fields.put("series", "series" + number / 5);
      fields.put("volume", (long) volume);
    }
    return new Item("i" + number, fields);
  }

  @Test
  void aSeriesBegunIsGoneOnWithHalfTheTimes() {
    // Volumes stand in the catalogue from the last to the first.
    List<Item> catalogue =
        IntStream.range(0, 500).mapToObj(n -> item(n, "c" + n % 7, 5 - n % 5)).toList();
    int next = 0;
    int all = 0;
    for (List<Done> events :
        byReader(events(new Simulator(3, 1, 200, 6_000), catalogue)).values()) {
      List<String> views = views(events);
      for (int v = 1; v < views.size(); v++) {
        int before = Integer.parseInt(views.get(v - 1).substring(1));
        if (before % 5 != 0 && !views.subList(0, v).contains("i" + (before - 1))) {
          all++;
          next += views.get(v).equals("i" + (before - 1)) ? 1 : 0;
        }
      }
    }
    assertThat((double) next / all).isBetween(0.45, 0.6);
  }

  @Test
  void readersKeepToTheirFavouriteKeywords() {
    List<Item> catalogue =
        IntStream.range(0, 2_000).mapToObj(n -> item(n, "c" + n % 40, 0)).toList();
    double sum = 0;
    int readers = 0;
    for (List<Done> events :
        byReader(events(new Simulator(3, 1, 100, 6_000), catalogue)).values()) {
      int[] counts = new int[40];
      List<String> views = views(events);
      views.forEach(item -> counts[Integer.parseInt(item.substring(1)) % 40]++);
      if (views.size() >= 20) {
        List<Integer> sorted =
            IntStream.of(counts).boxed().sorted(Collections.reverseOrder()).toList();
        sum += (double) (sorted.get(0) + sorted.get(1) + sorted.get(2)) / views.size();
        readers++;
      }
    }
    assertThat(readers).isGreaterThan(20);
    assertThat(sum / readers).isGreaterThan(0.5);
  }

  @Test
  void someItemsAreFarMorePopularThanOthers() {
    List<Item> catalogue = IntStream.range(0, 1_000).mapToObj(n -> item(n, "all", 0)).toList();
    Map<String, Integer> counts = new LinkedHashMap<>();
    views(events(new Simulator(3, 1, 500, 10_000), catalogue))
        .forEach(item -> counts.merge(item, 1, Integer::sum));
    List<Integer> sorted = counts.values().stream().sorted(Collections.reverseOrder()).toList();
    int most = sorted.stream().limit(100).mapToInt(n -> n).sum();
    assertThat((double) most / sorted.stream().mapToInt(n -> n).sum()).isBetween(0.3, 0.6);
  }

  @Test
  void itemsWithoutKeywordsAreReadToo() {
    List<Item> bare = IntStream.range(0, 50).mapToObj(n -> new Item("i" + n, Map.of())).toList();
    assertThat(events(new Simulator(3, 1, 10, 100), bare)).hasSize(100);
    assertThatThrownBy(() -> events(new Simulator(3, 1, 10, 100), List.of()))
        .hasMessage("the catalogue is empty; nobody can read from it");
  }

  @Test
  void writesWhatItSimulates(@TempDir Path folder) throws Exception {
    Simulator small = new Simulator(1, 3, 5, 1_000);
    List<Done> events = events(small);
    assertThat(small.write(folder)).isEqualTo(events.size());
    List<String> lines = Files.readAllLines(folder.resolve("events.csv"));
    assertThat(lines).hasSize(1 + events.size());
    Done last = events.getLast();
    assertThat(lines.getLast())
        .isEqualTo(last.reader + "," + last.item + "," + last.type + ",1," + last.time);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1", "1, 0, 1", "1, 1, -1"})
  void aWorldNeedsSomethingOfEach(int items, int users, int events) {
    assertThatThrownBy(() -> new Simulator(1, items, users, events))
        .hasMessage(
            "a world needs items, users and events, had %d, %d and %d", items, users, events);
  }
}
