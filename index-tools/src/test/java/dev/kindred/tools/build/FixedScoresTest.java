package dev.kindred.tools.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.Recommender;
import dev.kindred.data.Item;
import dev.kindred.index.ItemReader;
import dev.kindred.index.ItemWriter;
import dev.kindred.index.LuceneUserStore;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A score depends on the document, the request and the fitted numbers, and on nothing else: to the
 * last bit.
 */
class FixedScoresTest {
  @TempDir private static Path folder;
  private static Shop shop;

  @BeforeAll
  static void build() throws IOException {
    shop = Shop.in(folder);
    shop.build();
  }

  static List<Request> requests() {
    return List.of(
        Request.user(Shop.reader(5)),
        Request.user("nobody"),
        Request.like("voyage2", "crime1").forUser(Shop.reader(6)),
        Request.search("gothic garden").forUser(Shop.reader(7)),
        Request.user(Shop.reader(8)).profile("als"),
        Request.user(Shop.reader(9)).profile("ease"));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void pagesFitTogether(Request request) throws IOException {
    try (Recommender open = shop.open()) {
      Map<String, Float> whole = Shop.scores(open, request.size(60));
      for (int size : new int[] {1, 7, 20}) {
        Map<String, Float> pages = new LinkedHashMap<>();
        for (int from = 0; from < 60; from += size) {
          int rest = Math.min(size, 60 - from);
          pages.putAll(Shop.scores(open, request.from(from).size(rest)));
        }
        assertThat(List.copyOf(pages.entrySet())).isEqualTo(List.copyOf(whole.entrySet()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("requests")
  void filtersTakeAwayWithoutMovingTheOthers(Request request) throws IOException {
    try (Recommender open = shop.open()) {
      Map<String, Float> all = Shop.scores(open, request.size(120));
      Map<String, Float> cheap = Shop.scores(open, request.filter("price", "<=", 15).size(120));
      assertThat(cheap).isNotEmpty();
      cheap.forEach((id, score) -> assertThat(all).containsEntry(id, score));
    }
  }

  @ParameterizedTest
  @MethodSource("requests")
  void segmentsDoNotMatter(Request request) throws IOException {
    try (Recommender built = shop.open()) {
      List<Map.Entry<String, Float>> expected = entries(built, request);
      for (int segment : new int[] {5, 13, 1000}) {
        try (Directory items = copy(segment, List.of());
            Recommender open = over(items, 0)) {
          assertThat(entries(open, request)).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void theCopiesHaveAsManySegmentsAsTheyShould() throws IOException {
    try (Directory many = copy(13, List.of());
        Directory one = copy(1000, List.of());
        DirectoryReader manyReader = DirectoryReader.open(many);
        DirectoryReader oneReader = DirectoryReader.open(one)) {
      assertThat(manyReader.leaves()).hasSizeGreaterThan(1);
      assertThat(oneReader.leaves()).hasSize(1);
    }
  }

  /** Of items that neither the histories nor the requests name, which would be other requests. */
  @Test
  void deletionsDoNotMatter() throws IOException {
    try (Recommender built = shop.open()) {
      Set<String> named = new HashSet<>();
      for (Request request : requests()) {
        named.addAll(request.like());
        if (request.userId() != null) {
          built.users().find(request.userId()).stream()
              .flatMap(user -> user.history().stream())
              .forEach(event -> named.add(event.itemId()));
        }
      }
      List<String> gone =
          items(new Staged(shop.current())).stream()
              .map(Item::id)
              .filter(id -> !named.contains(id))
              .limit(4)
              .toList();
      assertThat(gone).hasSize(4);
      try (Directory items = copy(40, gone);
          Recommender open = over(items, 0)) {
        assertThat(open.size()).isEqualTo(116);
        for (Request request : requests()) {
          Map<String, Float> before = Shop.scores(built, request.size(120));
          before.keySet().removeAll(gone);
          assertThat(Shop.scores(open, request.size(120))).isEqualTo(before);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("requests")
  void searchingWithThreadsDoesNotMatter(Request request) throws IOException {
    try (Recommender built = shop.open();
        Directory items = copy(7, List.of());
        Recommender open = over(items, 3)) {
      assertThat(entries(open, request)).isEqualTo(entries(built, request));
    }
  }

  /** Without als: the sums of its training may differ in their last bits. */
  @Test
  void buildingWithThreadsDoesNotMatter(@TempDir Path one, @TempDir Path three) throws IOException {
    Shop.build(exact(Shop.in(one), 1));
    Shop.build(exact(Shop.in(three), 3));
    try (Recommender first = Shop.at(one).open();
        Recommender second = Shop.at(three).open()) {
      assertThat(first.profiles().toJson()).isEqualTo(second.profiles().toJson());
      for (Request request : requests()) {
        if (first.profiles().byName().containsKey(request.profile())
            || request.profile().isEmpty()) {
          assertThat(entries(first, request)).isEqualTo(entries(second, request));
        }
      }
    }
  }

  private static BuildSpec exact(Shop at, int threads) {
    BuildSpec spec = at.spec(Shop.models("popularity", "trend", "content", "itemknn", "ease"));
    return new BuildSpec(
        spec.out(),
        spec.items(),
        spec.events(),
        spec.rules(),
        spec.models(),
        spec.profiles(),
        spec.version(),
        spec.seed(),
        threads);
  }

  @Test
  void explanationsEqualScores() throws IOException {
    try (Recommender open = shop.open()) {
      for (Request request : requests()) {
        Recommendations page = open.recommend(request.explain().size(5));
        assertThat(page.items())
            .allSatisfy(
                item ->
                    assertThat(item.explanation().getValue().floatValue()).isEqualTo(item.score()));
      }
    }
  }

  private static List<Map.Entry<String, Float>> entries(Recommender open, Request request)
      throws IOException {
    return List.copyOf(Shop.scores(open, request.size(120)).entrySet());
  }

  /** The built items written again, with a segment for every so many. */
  private static Directory copy(int segment, List<String> deleted) throws IOException {
    Staged files = new Staged(shop.current());
    Directory copy = new ByteBuffersDirectory();
    try (Recommender built = shop.open();
        ItemWriter writer = ItemWriter.create(copy, built.schema(), built.models().values())) {
      int written = 0;
      for (Item item : items(files)) {
        writer.add(item);
        if (++written % segment == 0) {
          writer.commit(Map.of());
        }
      }
      writer.commit(files.extras());
      for (String id : deleted) {
        writer.delete(id);
      }
      writer.commit(Map.of());
    }
    return copy;
  }

  private static List<Item> items(Staged files) throws IOException {
    List<Item> items = new ArrayList<>();
    try (Directory directory = FSDirectory.open(files.items());
        DirectoryReader reader = DirectoryReader.open(directory)) {
      ItemReader read = new ItemReader(reader);
      for (int doc = 0; doc < reader.maxDoc(); doc++) {
        items.add(read.item(doc));
      }
    }
    return items;
  }

  private static Recommender over(Directory items, int threads) throws IOException {
    Recommender built = shop.open();
    Recommender.Parts parts =
        new Recommender.Parts(
            built.schema(),
            built.models(),
            built.profiles(),
            LuceneUserStore.open(new Staged(shop.current()).users()));
    built.close();
    return Recommender.of(
        items,
        parts,
        InstantSource.fixed(Shop.NOW),
        threads == 0 ? null : Executors.newFixedThreadPool(threads, FixedScoresTest::daemon));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "search");
    thread.setDaemon(true);
    return thread;
  }
}
