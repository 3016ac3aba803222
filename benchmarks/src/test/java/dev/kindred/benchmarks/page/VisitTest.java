package dev.kindred.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.examples.bookshop.Bookshop;
import dev.kindred.examples.bookshop.web.ShopServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VisitTest {
  @TempDir private Path folder;

  @Test
  void everyQuestionOfAWalkIsAnsweredAndTimed() throws Exception {
    try (Bookshop shop = Bookshop.open(folder);
        ShopServer server = ShopServer.unhurried(shop, 0)) {
      Visit visit = new Visit(server.url(), shop);
      visit.walk(0);
      visit.walk(1);
      assertThat(visit.millis()).hasSize(8);
      assertThat(visit.millis().values())
          .allSatisfy(
              sample -> {
                assertThat(sample.size()).isEqualTo(2);
                assertThat(sample.least()).isPositive();
              });
    }
  }
}
