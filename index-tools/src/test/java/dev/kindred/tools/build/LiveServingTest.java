package dev.kindred.tools.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.Recommender;
import dev.kindred.data.Event;
import dev.kindred.data.UserStore.Arrival;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users act while they are served. */
class LiveServingTest {
  @TempDir private Path folder;
  private Shop shop;

  @BeforeEach
  void build() throws IOException {
    shop = Shop.in(folder);
    Shop.build(shop.spec(Shop.models("popularity", "content", "itemknn")));
  }

  private static Arrival view(String user, String item) {
    return new Arrival(new Event(user, item, Event.VIEW, 1, Shop.NOW), user + item, null);
  }

  private static void runAll(List<Callable<Void>> work) throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(work.size())) {
      List<Future<Void>> running = work.stream().map(pool::submit).toList();
      for (Future<Void> one : running) {
        one.get();
      }
    }
  }

  @Test
  void aNewUsersNextAnswerReflectsTheirEventAlways() throws Exception {
    try (Recommender open = shop.open()) {
      List<Callable<Void>> visitors = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        int number = thread;
        visitors.add(
            () -> {
              for (int i = 0; i < 40; i++) {
                visit(open, "visitor" + number + "." + i, Shop.book(i % 4, i % 20));
              }
              return null;
            });
      }
      runAll(visitors);
    }
  }

  private static void visit(Recommender open, String user, String book) throws IOException {
    List<Scored> before = open.recommend(Request.user(user).size(120)).items();
    assertThat(before)
        .as("a stranger is shown everything")
        .extracting(Scored::itemId)
        .contains(book);
    open.receive(List.of(view(user, book)));
    List<Scored> after = open.recommend(Request.user(user).size(10)).items();
    assertThat(after).hasSize(10).extracting(Scored::itemId).doesNotContain(book);
    assertThat(Shop.genreOf(after.getFirst().itemId())).isEqualTo(Shop.genreOf(book));
    assertThat(after.getFirst().reasons())
        .as("because of the event")
        .anyMatch(reason -> reason.because().contains(book));
  }

  @Test
  void sixteenReadersAndAWriterNeverMeetHalfAPage() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    try (Recommender open = shop.open()) {
      List<Callable<Void>> work = new ArrayList<>();
      work.add(
          () -> {
            for (int i = 0; i < 1500; i++) {
              String reader = Shop.reader(i % Shop.READERS);
              open.receive(List.of(view(reader, "elsewhere" + i)));
            }
            done.set(true);
            return null;
          });
      for (int reader = 0; reader < 16; reader++) {
        int first = reader;
        work.add(
            () -> {
              for (int i = first; !done.get(); i++) {
                Recommendations page =
                    open.recommend(Request.user(Shop.reader(i % Shop.READERS)).size(20));
                assertThat(page.items())
                    .extracting(Scored::itemId)
                    .hasSize(20)
                    .doesNotHaveDuplicates();
                assertThat(page.items()).allMatch(item -> Float.isFinite(item.score()));
              }
              return null;
            });
      }
      runAll(work);
      assertThat(open.users().find(Shop.reader(0)).orElseThrow().history())
          .filteredOn(event -> event.itemId().startsWith("elsewhere"))
          .hasSizeBetween(18, 19);
    }
  }
}
