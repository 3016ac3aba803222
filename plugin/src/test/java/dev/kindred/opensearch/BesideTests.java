package dev.kindred.opensearch;

import com.carrotsearch.randomizedtesting.annotations.ThreadLeakScope;
import dev.kindred.opensearch.ask.Question;
import dev.kindred.opensearch.query.KindredQueryBuilder;
import dev.kindred.opensearch.rescore.KindredRescorerBuilder;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.Before;
import org.opensearch.action.search.CreatePitAction;
import org.opensearch.action.search.CreatePitRequest;
import org.opensearch.action.search.DeletePitAction;
import org.opensearch.action.search.DeletePitRequest;
import org.opensearch.action.search.MultiSearchRequest;
import org.opensearch.action.search.MultiSearchResponse;
import org.opensearch.action.search.SearchRequest;
import org.opensearch.action.search.SearchResponse;
import org.opensearch.action.search.SearchType;
import org.opensearch.common.settings.Settings;
import org.opensearch.common.unit.TimeValue;
import org.opensearch.index.query.QueryBuilders;
import org.opensearch.search.SearchHit;
import org.opensearch.search.aggregations.AggregationBuilders;
import org.opensearch.search.aggregations.bucket.terms.Terms;
import org.opensearch.search.builder.PointInTimeBuilder;
import org.opensearch.search.builder.SearchSourceBuilder;
import org.opensearch.search.fetch.subphase.highlight.HighlightBuilder;
import org.opensearch.search.sort.SortOrder;
import org.opensearch.test.OpenSearchIntegTestCase.ClusterScope;
import org.opensearch.test.OpenSearchIntegTestCase.Scope;

/** The query and the rescorer beside what the engine has: each gives what it gives alone. */
@ClusterScope(
    scope = Scope.SUITE,
    numDataNodes = 2,
    numClientNodes = 0,
    supportsDedicatedMasters = false)
@ThreadLeakScope(ThreadLeakScope.Scope.NONE)
public class BesideTests extends ClusterTestCase {
  private static final String USER = "reader3";
  private static final Request HOME = Request.user(USER).profile("home").now(Asking.NOW);

  @Before
  public void push() throws Exception {
    if (world == null) {
      open(World.build(createTempDir(), "popularity,content,preference,ease,als"));
    }
    world.push(client(), "three", 3, 0, "readers", Settings.EMPTY);
    world.pushModels(client());
    world.pushUsers(client(), "readers");
    ensureGreen("three");
  }

  private static Question question(String profile, String text) {
    return new Question(Asking.ask(profile, text, USER, List.of(), List.of()), false);
  }

  private static SearchSourceBuilder source(String profile, String text) {
    return new SearchSourceBuilder()
        .query(new KindredQueryBuilder(question(profile, text), null, () -> plugin().oracle()))
        .sort("_score", SortOrder.DESC)
        .sort("_tie", SortOrder.ASC);
  }

  private static SearchRequest request(SearchSourceBuilder source) {
    return new SearchRequest("three").searchType(SearchType.DFS_QUERY_THEN_FETCH).source(source);
  }

  private static SearchResponse search(SearchRequest request) {
    SearchResponse found = client().search(request).actionGet();
    assertEquals(Arrays.toString(found.getShardFailures()), 0, found.getFailedShards());
    return found;
  }

  private static List<String> ids(SearchResponse found) {
    return Arrays.stream(found.getHits().getHits()).map(SearchHit::getId).toList();
  }

  private static List<String> expected(Request request, int size) throws Exception {
    return embedded.recommend(request.size(size)).items().stream().map(Scored::itemId).toList();
  }

  /** Pages of one state of the index, whatever is written meanwhile. */
  public void testPagesAtAPointInTime() throws Exception {
    List<String> all = expected(HOME, 28);
    String point =
        client()
            .execute(
                CreatePitAction.INSTANCE,
                new CreatePitRequest(TimeValue.timeValueMinutes(1), true, "three"))
            .actionGet()
            .getId();
    client().prepareDelete("three", all.get(3)).get();
    client().prepareDelete("three", all.get(20)).get();
    refresh("three");
    List<String> pages = new ArrayList<>();
    Object[] after = null;
    for (int page = 0; page < 4; page++) {
      SearchSourceBuilder source =
          source("home", "").size(7).pointInTimeBuilder(new PointInTimeBuilder(point));
      if (after != null) {
        source.searchAfter(after);
      }
      SearchRequest request = new SearchRequest().source(source);
      SearchResponse found = search(request.searchType(SearchType.DFS_QUERY_THEN_FETCH));
      pages.addAll(ids(found));
      after = found.getHits().getHits()[6].getSortValues();
    }
    assertEquals(all, pages);
    client().execute(DeletePitAction.INSTANCE, new DeletePitRequest(point)).actionGet();
    assertFalse(
        "now it is gone", ids(search(request(source("home", "").size(28)))).contains(all.get(3)));
  }

  public void testSeveralSearchesInOneRequest() throws Exception {
    MultiSearchRequest several =
        new MultiSearchRequest()
            .add(request(source("home", "").size(5)))
            .add(request(source("ease", "").size(5)))
            .add(request(new SearchSourceBuilder().query(QueryBuilders.matchAllQuery()).size(5)))
            .add(request(source("nosuch", "").size(5)));
    MultiSearchResponse.Item[] answers = client().multiSearch(several).actionGet().getResponses();
    assertEquals(expected(HOME, 5), ids(answers[0].getResponse()));
    assertEquals(expected(HOME.profile("ease"), 5), ids(answers[1].getResponse()));
    assertEquals(5, answers[2].getResponse().getHits().getHits().length);
    assertTrue(answers[3].getFailureMessage(), answers[3].getFailureMessage().contains("nosuch"));
  }

  public void testTypedWordsAreMarked() throws Exception {
    String title =
        embedded.recommend(HOME.size(1)).items().getFirst().fields().get("title").toString();
    SearchSourceBuilder source =
        source("search", title).size(10).highlighter(new HighlightBuilder().field("title"));
    int marked = 0;
    for (SearchHit hit : search(request(source)).getHits()) {
      if (hit.getHighlightFields().containsKey("title")) {
        marked++;
        String text = hit.getHighlightFields().get("title").fragments()[0].string();
        assertTrue(text, text.contains("<em>"));
      }
    }
    assertTrue("titles with marked words", marked > 0);
  }

  public void testAggregationsCountWhatIsRanked() throws Exception {
    SearchSourceBuilder source =
        source("ease", "")
            .size(1000)
            .trackTotalHits(true)
            .aggregation(AggregationBuilders.terms("shelves").field("category").size(100));
    SearchResponse found = search(request(source));
    long counted = 0;
    for (Terms.Bucket shelf : found.getAggregations().<Terms>get("shelves").getBuckets()) {
      counted += shelf.getDocCount();
    }
    assertEquals(found.getHits().getTotalHits().value(), counted);
    assertEquals(counted, ids(found).size());
  }

  public void testTheProfilerAndExplanationsChangeNothing() throws Exception {
    SearchResponse found = search(request(source("home", "").size(10).profile(true).explain(true)));
    assertEquals(expected(HOME, 10), ids(found));
    assertEquals(3, found.getProfileResults().size());
    for (SearchHit hit : found.getHits()) {
      assertEquals(hit.getScore(), hit.getExplanation().getValue().floatValue(), 0);
      assertTrue(hit.getExplanation().toString(), hit.getExplanation().toString().contains("ease"));
    }
  }

  /** Scores of words are of the whole index, for the rescorer as for the query. */
  public void testTheRescorerGivesTheScoresOfTheQuery() throws Exception {
    String title =
        embedded.recommend(HOME.size(1)).items().getFirst().fields().get("title").toString();
    for (String profile : List.of("home", "search")) {
      SearchSourceBuilder rescored =
          new SearchSourceBuilder()
              .query(QueryBuilders.matchAllQuery())
              .addRescorer(
                  new KindredRescorerBuilder(question(profile, title), () -> plugin().oracle())
                      .windowSize(500))
              .explain(true)
              .size(300);
      SearchHit[] hits = search(request(rescored)).getHits().getHits();
      assertEquals(300, hits.length);
      Request asked = HOME.profile(profile).text(title);
      int compared = 0;
      for (Scored item : embedded.recommend(asked.size(50)).items()) {
        for (SearchHit hit : hits) {
          if (hit.getId().equals(item.itemId())) {
            assertEquals(profile, item.score(), hit.getScore(), 0);
            assertEquals(profile, item.score(), hit.getExplanation().getValue().floatValue(), 0);
            compared++;
          }
        }
      }
      assertTrue(profile, compared > 0);
      assertEquals(embedded.recommend(asked.size(50)).items().size(), compared);
    }
  }

  public void testStandsInABoolBesideOrdinaryQueries() throws Exception {
    SearchSourceBuilder source = source("home", "");
    source.query(
        QueryBuilders.boolQuery()
            .must(source.query())
            .filter(QueryBuilders.rangeQuery("price").lte(12)));
    assertEquals(
        expected(HOME.filter("price", "<=", 12), 10).subList(0, 5),
        ids(search(request(source.size(300)))).subList(0, 5));
  }
}
