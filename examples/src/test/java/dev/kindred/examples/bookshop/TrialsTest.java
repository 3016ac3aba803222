package dev.kindred.examples.bookshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.kindred.Resolver;
import dev.kindred.data.Event;
import dev.kindred.data.UserStore.Arrival;
import dev.kindred.data.bandit.Arm;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialsTest {
  @TempDir private Path folder;
  private Bookshop shop;

  @BeforeEach
  void open() throws IOException {
    TestShop.copy(folder);
    shop = Bookshop.open(folder);
  }

  @AfterEach
  void close() throws IOException {
    shop.close();
  }

  private List<String> show(String reader, String requestId, String profile) throws IOException {
    Request request = Request.user(reader).profile(profile).now(Instant.now()).seed(7).size(6);
    Recommendations page = shop.recommender().recommend(request);
    shop.shown(requestId, request, page);
    return page.items().stream().map(Scored::itemId).toList();
  }

  private void tell(String reader, String item, String type, String requestId) throws IOException {
    Event event = new Event(reader, item, type, 1, Instant.now());
    shop.receive(List.of(new Arrival(event, null, requestId)));
  }

  private Arm arm(String item) {
    return shop.recommender().posteriors().find(ShopBuild.EXPLORING).arms().get(item, Arm.NONE);
  }

  @Test
  void whatIsOpenedIsWorthOneAndTheRestNothingOnceThePageIsLeft() throws IOException {
    List<String> page = show("guest-1", "a", ShopBuild.EXPLORING);
    tell("guest-1", page.get(2), Event.VIEW, "a");
    assertThat(arm(page.get(2)).sum()).isOne();
    assertThat(arm(page.get(0)).pulls()).as("who knows yet").isZero();
    show("guest-1", "b", ShopBuild.EXPLORING);
    for (String item : page) {
      assertThat(arm(item).pulls()).as(item).isCloseTo(1, offset(1e-4));
      assertThat(arm(item).sum()).as(item).isEqualTo(item.equals(page.get(2)) ? 1 : 0);
    }
  }

  @Test
  void whatIsNotForTheReaderIsWorthNothing() throws IOException {
    List<String> page = show("guest-2", "a", ShopBuild.EXPLORING);
    tell("guest-2", page.getFirst(), Resolver.UNLIKE, "a");
    assertThat(arm(page.getFirst()).pulls()).isOne();
    assertThat(arm(page.getFirst()).sum()).isZero();
  }

  @Test
  void rankingsWithoutABanditAndPagesOfOthersTeachNothing() throws IOException {
    List<String> home = show("guest-3", "a", "");
    tell("guest-3", home.getFirst(), Event.VIEW, "a");
    List<String> page = show("guest-3", "b", ShopBuild.EXPLORING);
    tell("guest-4", page.getFirst(), Event.VIEW, "b");
    assertThat(shop.recommender().posteriors().names()).isEmpty();
  }

  @Test
  void aForgottenReadersPageIsNotSettled() throws IOException {
    List<String> page = show("guest-5", "a", ShopBuild.EXPLORING);
    shop.forget("guest-5");
    show("guest-5", "b", ShopBuild.EXPLORING);
    assertThat(arm(page.getFirst()).pulls()).isZero();
  }
}
