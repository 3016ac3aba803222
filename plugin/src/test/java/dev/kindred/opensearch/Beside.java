package dev.kindred.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The query beside what the engine has, over REST.
 *
 * @param expected ids of the best items for the profile home
 */
record Beside(Rest rest, String index, List<String> expected) {
  private static final String QUERY =
      "'query': {'kindred': {'profile': 'home', 'user': 'reader3', 'now': '2026-06-01T00:00:00Z'}},"
          + " 'sort': ['_score', '_tie']";

  private static String size(int size) {
    return "{" + QUERY + ", 'size': " + size + "}";
  }

  void inOneSearch(String title) throws IOException {
    JsonNode found =
        rest.good(
            "POST",
            "/" + index + "/_search?search_type=dfs_query_then_fetch",
            """
            {'size': 10, 'explain': true, 'profile': true,
             'query': {'bool': {'must': {'kindred': {'profile': 'search', 'user': 'reader3',
                                                     'text': 'TITLE'}},
                                'filter': {'range': {'price': {'lte': 1000}}}}},
             'rescore': {'window_size': 100,
                         'kindred': {'profile': 'search', 'user': 'reader3', 'text': 'TITLE'}},
             'aggs': {'categories': {'terms': {'field': 'category'}}},
             'highlight': {'fields': {'title': {}}}}
            """
                .replace("TITLE", title));
    JsonNode hits = found.path("hits").path("hits");
    assertThat(hits).isNotEmpty();
    int marked = 0;
    for (JsonNode hit : hits) {
      double score = hit.path("_score").asDouble();
      assertThat(hit.path("_explanation").path("value").asDouble()).isEqualTo(score);
      marked += hit.at("/highlight/title/0").asText().contains("<em>") ? 1 : 0;
    }
    assertThat(marked).as("titles with the typed words marked").isPositive();
    assertThat(found.at("/aggregations/categories/buckets")).isNotEmpty();
    assertThat(found.at("/profile/shards")).hasSize(3);
  }

  void inSeveralSearches() throws IOException, InterruptedException {
    JsonNode answers =
        rest.lines(
            "/_msearch?search_type=dfs_query_then_fetch",
            "{'index': '" + index + "'}",
            size(5),
            "{'index': '" + index + "'}",
            "{'query': {'match_all': {}}, 'size': 3}",
            "{'index': '" + index + "'}",
            "{'query': {'kindred': {'profile': 'hom'}}}");
    assertThat(Rest.ids(answers.at("/responses/0"))).isEqualTo(expected.subList(0, 5));
    assertThat(Rest.ids(answers.at("/responses/1"))).hasSize(3);
    assertThat(answers.at("/responses/2/status").asInt()).isEqualTo(400);
    assertThat(answers.at("/responses/2").toString()).contains("did you mean home");
  }

  void inPagesAtAPointInTime() throws IOException {
    String open = "/" + index + "/_search/point_in_time?keep_alive=1m";
    String point = rest.good("POST", open, null).path("pit_id").asText();
    List<String> pages = new ArrayList<>();
    String after = "";
    for (int page = 0; page < 3; page++) {
      JsonNode found =
          rest.good(
              "POST",
              "/_search?search_type=dfs_query_then_fetch",
              "{" + QUERY + ", 'size': 5, 'pit': {'id': '" + point + "'}" + after + "}");
      pages.addAll(Rest.ids(found));
      after = ", 'search_after': " + found.at("/hits/hits/4/sort");
    }
    assertThat(pages).isEqualTo(expected.subList(0, 15));
    rest.good("DELETE", "/_search/point_in_time", "{'pit_id': ['" + point + "']}");
  }
}
