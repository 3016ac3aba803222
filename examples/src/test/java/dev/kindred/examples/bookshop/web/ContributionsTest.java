package dev.kindred.examples.bookshop.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.examples.bookshop.Bookshop;
import dev.kindred.examples.bookshop.TestShop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContributionsTest {
  private static Bookshop shop;
  private static AskApi api;

  @BeforeAll
  static void open() throws IOException {
    shop = TestShop.open();
    api = new AskApi(shop, new Who(shop));
  }

  @AfterAll
  static void close() throws IOException {
    shop.close();
  }

  private static Parameters parameters(String reader) {
    return new Parameters(
        Map.of(
            "q", List.of("a voyage to the stars"),
            "id", List.of("dune"),
            "user", List.of(reader),
            "size", List.of("50")));
  }

  private static double sum(JsonNode contributions) {
    double sum = 0;
    for (JsonNode one : contributions) {
      assertThat(one.get("contribution").asDouble())
          .isCloseTo(one.get("weight").asDouble() * one.get("value").asDouble(), within(1e-12));
      sum += one.get("contribution").asDouble();
    }
    return sum;
  }

  @ParameterizedTest
  @EnumSource(Asked.class)
  void sumToTheScore(Asked kind) throws IOException {
    for (String reader : List.of("reader-space", "reader-113", "guest-0a0b0c0d")) {
      JsonNode items = api.answer(kind, parameters(reader)).get("items");
      assertThat(items).isNotEmpty();
      for (JsonNode item : items) {
        double score = item.get("score").asDouble();
        assertThat(sum(item.get("contributions"))).isCloseTo(score, within(1e-6 * score + 1e-9));
      }
    }
  }

  @Test
  void reasonsNameTitlesNotIds() throws IOException {
    JsonNode items = api.answer(Asked.RECOMMEND, parameters("reader-space")).get("items");
    List<String> words = new ArrayList<>();
    items.forEach(
        item -> item.get("contributions").forEach(c -> words.add(c.get("words").asText())));
    assertThat(words).anyMatch(text -> text.matches("because you liked [A-Z2].*"));
    assertThat(words).noneMatch(text -> text.matches(".*\\b[a-z]+-[a-z]+-[a-z]+.*"));
  }

  @Test
  void theSumOfWhyNotIsItsScoreToo() throws IOException {
    Map<String, List<String>> given =
        Map.of(
            "list", List.of("recommend"),
            "item", List.of("emma"),
            "user", List.of("reader-space"));
    JsonNode why = api.why(new Parameters(given));
    assertThat(sum(why.get("contributions"))).isCloseTo(why.get("score").asDouble(), within(1e-6));
  }
}
