package dev.kindred.examples.bookshop.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.examples.bookshop.Bookshop;
import dev.kindred.examples.bookshop.TestShop;
import dev.kindred.tools.cli.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EventsTest {
  private static Bookshop shop;
  private static ShopApi api;

  @BeforeAll
  static void open() throws IOException {
    shop = TestShop.open();
    api = ShopApi.of(shop);
  }

  @AfterAll
  static void close() throws IOException {
    shop.close();
  }

  private static JsonNode tell(String user, String item, String type, String... more)
      throws IOException {
    ObjectNode event = Json.object().put("user", user).put("item", item).put("type", type);
    for (int i = 0; i < more.length; i += 2) {
      event.put(more[i], more[i + 1]);
    }
    return api.readers().receive(Json.line(event));
  }

  private static JsonNode page(String user) throws IOException {
    return api.ask()
        .answer(
            Asked.RECOMMEND,
            new Parameters(Map.of("user", List.of(user), "domain", List.of("books"))));
  }

  private static List<String> ids(JsonNode page) {
    List<String> ids = new ArrayList<>();
    page.get("items").forEach(item -> ids.add(item.get("id").asText()));
    return ids;
  }

  @Test
  void aNewReaderIsServedFromTheFirstEvent() throws IOException {
    String reader = api.readers().newcomer().get("id").asText();
    List<String> cold = ids(page(reader));
    assertThat(cold).hasSize(12);
    assertThat(tell(reader, "dracula", "like").get("stored").asInt()).isOne();
    List<String> warm = ids(page(reader));
    assertThat(warm).isNotEqualTo(cold).doesNotContain("dracula").contains("carmilla");
  }

  @Test
  void aDislikeTurnsTheListAway() throws IOException {
    String reader = api.readers().newcomer().get("id").asText();
    tell(reader, "dracula", "like");
    List<String> before = ids(page(reader));
    tell(reader, before.getFirst(), "unlike");
    assertThat(ids(page(reader))).isNotEqualTo(before).doesNotContain(before.getFirst());
    JsonNode item =
        api.items()
            .item(
                new Parameters(Map.of("id", List.of(before.getFirst()), "user", List.of(reader))));
    assertThat(item.get("opinion").asText()).isEqualTo("unlike");
  }

  @Test
  void anEventWithAnIdCountsOnce() throws IOException {
    String reader = api.readers().newcomer().get("id").asText();
    tell(reader, "dune", "view", "event_id", "e-1");
    JsonNode again = tell(reader, "dune", "view", "event_id", "e-1");
    assertThat(again.get("acknowledged").asInt()).isOne();
    assertThat(again.get("stored").asInt()).isZero();
    assertThat(shop.history(reader)).hasSize(1);
  }

  @Test
  void pagesAndWhatFollowsThemAreNoted() throws IOException {
    String reader = api.readers().newcomer().get("id").asText();
    JsonNode page = page(reader);
    String request = page.get("request_id").asText();
    tell(reader, ids(page).getFirst(), "view", "request_id", request);
    List<JsonNode> noted = new ArrayList<>();
    shop.impressions()
        .forEach(
            line -> {
              if (line.path("request_id").asText().equals(request)) {
                noted.add(line);
              }
            });
    assertThat(noted).hasSize(2);
    assertThat(noted.get(0).get("items")).hasSize(12);
    assertThat(noted.get(1).get("item").asText()).isEqualTo(ids(page).getFirst());
  }

  @Test
  void aVisitorCanBeForgotten() throws IOException {
    String reader = api.readers().newcomer().get("id").asText();
    tell(reader, "dune", "like");
    page(reader);
    JsonNode erased = api.readers().forget(Json.line(Json.object().put("user", reader)));
    assertThat(erased.get("events").asInt()).isOne();
    assertThat(erased.get("impressions").asInt()).isOne();
    assertThat(shop.history(reader)).isEmpty();
  }
}
