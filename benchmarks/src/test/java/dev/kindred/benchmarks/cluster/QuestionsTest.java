package dev.kindred.benchmarks.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.examples.bookshop.Bookshop;
import dev.kindred.model.Encoding;
import dev.kindred.request.Request;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionsTest {
  private static final Instant NOW = Instant.parse("2026-09-02T00:00:00Z");

  @TempDir private Path folder;

  @Test
  void theBookshopsReadersAskEveryKind() throws Exception {
    try (Bookshop shop = Bookshop.open(folder)) {
      Map<String, List<Question>> kinds = Questions.of(folder, shop.recommender(), NOW);
      assertThat(kinds).containsOnlyKeys("for you", "more like this", "search");
      kinds.forEach(
          (kind, questions) -> {
            assertThat(questions).as(kind).hasSizeGreaterThan(10);
            assertThat(questions).allSatisfy(QuestionsTest::asksAlike);
          });
    }
  }

  private static void asksAlike(Question question) {
    assertThat(question.plain().path("query").path("bool").path("should")).isNotEmpty();
    assertThat(question.plain().path("size")).isEqualTo(question.kindred().path("size"));
    assertThat(question.plain().path("sort")).isEqualTo(question.kindred().path("sort"));
    JsonNode asked = question.kindred().path("query").path("kindred");
    assertThat(asked.path("user").asText()).isEqualTo(question.request().userId());
    assertThat(question.page().path("profile")).isEqualTo(asked.path("profile"));
  }

  @Test
  void thePlainSearchHasAClauseForAllThatModelsLookFor() {
    Encoding terms =
        new Encoding.Sparse("model.ease", Map.of("+a", 1f, "-a", -1f, "+b", 2f), "", Map.of());
    Encoding vector = new Encoding.Dense("model.als", new float[] {1});
    Encoding none = new Encoding.None("a stranger");
    Question question =
        Question.of(
            Request.user("u").text("castle").now(NOW),
            List.of("title"),
            List.of(new Encoding.Sum(List.of(terms, vector)), none));
    JsonNode should = question.plain().path("query").path("bool").path("should");
    assertThat(should).hasSize(4);
    assertThat(should.findValues("multi_match")).hasSize(1);
    assertThat(should.findValues("term")).hasSize(2);
    assertThat(should.findValues("function_score")).hasSize(1);
  }
}
