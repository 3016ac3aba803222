package dev.kindred.tools.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.Recommender;
import dev.kindred.data.Event;
import dev.kindred.request.Request;
import dev.kindred.tools.read.BadLines;
import dev.kindred.tools.read.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue changes while it is served. */
class LiveItemsTest {
  private static final Request ZEPPELIN = Request.search("zeppelin");

  @TempDir private Path folder;
  private Shop shop;

  @BeforeEach
  void build() throws IOException {
    shop = Shop.in(folder);
    Shop.build(shop.spec(Shop.models("popularity", "content", "itemknn", "als")));
  }

  private Path file(String... lines) throws IOException {
    return Files.write(folder.resolve("more.jsonl"), List.of(lines));
  }

  private LiveItems.Changes add(String... lines) throws IOException {
    try (LiveItems live = LiveItems.open(shop.index())) {
      return live.add(live.inputs(BadLines.STOP).items(file(lines)));
    }
  }

  @Test
  void aNewItemIsRecommendableAtOnce() throws IOException {
    try (Recommender open = shop.open()) {
      assertThat(Shop.ids(open, ZEPPELIN)).isEmpty();
      LiveItems.Changes changes =
          add(
              "{\"id\":\"z1\",\"title\":\"the zeppelin\",\"description\":\"a gothic tale\",\"subjects\":[\"gothic\"],\"price\":3}");
      assertThat(changes.added()).isOne();
      assertThat(changes.replaced()).isZero();
      assertThat(changes.reads()).singleElement().extracting(read -> read.records()).isEqualTo(1L);
      assertThat(open.refresh()).isTrue();
      assertThat(Shop.ids(open, ZEPPELIN)).containsExactly("z1");
      assertThat(Shop.ids(open, Request.like("z1").size(5)))
          .isNotEmpty()
          .allMatch(id -> Shop.genreOf(id).equals("gothic"));
      assertThat(Shop.ids(open, Request.like("gothic1").size(40))).contains("z1");
      assertThat(Shop.ids(open, Request.search("zeppelin").filter("price", "<=", 3)))
          .containsExactly("z1");
    }
    try (Recommender later = shop.open()) {
      assertThat(Shop.ids(later, ZEPPELIN)).containsExactly("z1");
    }
  }

  @Test
  void aNewItemIsInTheListsOfModelsThatLearnFromEvents() throws IOException {
    Shop.build(shop.spec(Shop.models("als", "cold")));
    Request of = Request.history(List.of(view("gothic1"), view("gothic2"))).profile("als").size(40);
    add("{\"id\":\"z1\",\"title\":\"the gothic castle\",\"subjects\":[\"gothic\"]}");
    add("{\"id\":\"z2\",\"title\":\"the crime castle\",\"subjects\":[\"crime\"]}");
    try (Recommender open = shop.open()) {
      List<String> ids = Shop.ids(open, of);
      assertThat(ids).contains("z1");
      assertThat(ids.subList(0, 25)).doesNotContain("z2");
      assertThat(explained(open, of, "z1"))
          .contains("the item's vector predicted from its content");
      assertThat(explained(open, of, "gothic3")).doesNotContain("predicted");
    }
  }

  private static Event view(String item) {
    return new Event("visitor", item, Event.VIEW, 1, Shop.NOW);
  }

  private static String explained(Recommender open, Request request, String item)
      throws IOException {
    return open.recommend(request.explain()).items().stream()
        .filter(scored -> scored.itemId().equals(item))
        .map(scored -> String.valueOf(scored.explanation()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anItemOfTheSameIdIsReplaced() throws IOException {
    LiveItems.Changes changes =
        add(
            "{\"id\":\"gothic1\",\"title\":\"a zeppelin of gothic make\"}",
            "{\"id\":\"z2\",\"title\":\"another zeppelin\"}");
    assertThat(changes.added()).isOne();
    assertThat(changes.replaced()).isOne();
    try (Recommender open = shop.open()) {
      assertThat(open.size()).isEqualTo(121);
      assertThat(Shop.ids(open, ZEPPELIN)).containsExactlyInAnyOrder("z2", "gothic1");
    }
  }

  @Test
  void deletedItemsAreGoneAndUnknownOnesAreNamed() throws IOException {
    try (Recommender open = shop.open();
        LiveItems live = LiveItems.open(shop.index())) {
      LiveItems.Changes changes = live.delete(List.of("gothic1", "nowhere", "gothic1", "crime2"));
      assertThat(changes.deleted()).isEqualTo(2);
      assertThat(changes.unknown()).containsExactly("nowhere");
      open.refresh();
      assertThat(open.size()).isEqualTo(118);
      assertThat(Shop.ids(open, Request.like("gothic2").size(100))).doesNotContain("gothic1");
      assertThat(live.delete(List.of("gothic1")).unknown()).containsExactly("gothic1");
    }
  }

  @Test
  void aBadLineInTheMiddleChangesNothing() throws IOException {
    assertThatThrownBy(
            () ->
                add(
                    "{\"id\":\"z1\",\"title\":\"a zeppelin\"}",
                    "{\"title\":\"a zeppelin without an id\"}",
                    "{\"id\":\"z3\",\"title\":\"a zeppelin\"}"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("more.jsonl:2");
    try (Recommender open = shop.open()) {
      assertThat(Shop.ids(open, ZEPPELIN)).isEmpty();
    }
  }

  @Test
  void fieldsMeanWhatTheyMeanInTheIndex() throws IOException {
    assertThatThrownBy(() -> add("{\"id\":\"z1\",\"price\":\"cheap\"}"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("price");
    add("{\"id\":\"z1\",\"title\":\"a zeppelin\",\"price\":\"7.5\",\"subjects\":\"crime|voyage\"}");
    try (Recommender open = shop.open()) {
      assertThat(Shop.ids(open, ZEPPELIN.filter("subjects", "=", "voyage"))).containsExactly("z1");
      assertThat(Shop.ids(open, ZEPPELIN.filter("price", ">=", 8))).isEmpty();
    }
  }

  @Test
  void whereThereIsNoIndexThereIsNothingToChange() {
    assertThatThrownBy(() -> LiveItems.open(folder.resolve("elsewhere")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no index here");
  }

  @Test
  void onlyOneChangesThemAtATime() throws IOException {
    try (var directory =
            org.apache.lucene.store.FSDirectory.open(new Staged(shop.current()).items());
        var lock = directory.obtainLock("write.lock")) {
      lock.ensureValid();
      assertThatThrownBy(() -> add("{\"id\":\"z1\"}"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("somebody else is changing these items");
    }
    assertThat(add("{\"id\":\"z1\"}").added()).isOne();
  }

  @Test
  void theGenerationInUseStaysWhileItIsChanged() throws IOException {
    try (LiveItems live = LiveItems.open(shop.index())) {
      Path held = shop.current();
      for (int i = 0; i < 3; i++) {
        Shop.build(shop.spec(Shop.models("content")));
      }
      assertThat(held).exists();
      assertThat(live.delete(List.of("gothic1")).deleted()).isOne();
    }
  }
}
