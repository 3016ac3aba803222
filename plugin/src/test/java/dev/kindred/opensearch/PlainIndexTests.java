package dev.kindred.opensearch;

import com.carrotsearch.randomizedtesting.annotations.ThreadLeakScope;
import dev.kindred.Why;
import dev.kindred.Why.Verdict;
import dev.kindred.opensearch.ask.Ask;
import dev.kindred.opensearch.ask.Oracle;
import dev.kindred.opensearch.recommend.Inquiring;
import dev.kindred.opensearch.recommend.Wish;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.opensearch.ExceptionsHelper;
import org.opensearch.action.support.PlainActionFuture;
import org.opensearch.action.support.WriteRequest.RefreshPolicy;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginsService;
import org.opensearch.test.OpenSearchSingleNodeTestCase;

/** An index that no model wrote into, on one node: the dearest first, if there are any left. */
@ThreadLeakScope(ThreadLeakScope.Scope.NONE)
public class PlainIndexTests extends OpenSearchSingleNodeTestCase {
  private static final String MAPPING =
      """
      {"_tie": {"enabled": true},
       "properties": {"price": {"type": "double"}, "stock": {"type": "double"}},
       "_meta": {"kindred": {
         "format": 1,
         "schema": {"numbers": ["price", "stock"]},
         "ranking": {"profiles": {"home": {
           "window": WINDOW,
           "filter": ["stock>=1"],
           "retrievers": [{"all": {}}],
           "signals": [{"signal": {"field": {"field": "price"}}}]}}},
         "models": {},
         "users": "readers"}}}
      """;

  @Override
  protected Collection<Class<? extends Plugin>> getPlugins() {
    return List.of(KindredPlugin.class);
  }

  private void create(String name, int window) {
    client()
        .admin()
        .indices()
        .prepareCreate(name)
        .setMapping(MAPPING.replace("WINDOW", Integer.toString(window)))
        .get();
  }

  private void index(String id, double price, double stock) {
    client()
        .prepareIndex("shop")
        .setId(id)
        .setSource(Map.of("price", price, "stock", stock))
        .setRefreshPolicy(RefreshPolicy.IMMEDIATE)
        .get();
  }

  @Before
  public void open() {
    create("shop", 10);
    index("dear", 9, 3);
    index("cheap", 1, 3);
    index("gone", 5, 0);
  }

  private Oracle oracle() {
    return getInstanceFromNode(PluginsService.class)
        .filterPlugins(KindredPlugin.class)
        .getFirst()
        .oracle();
  }

  private List<String> page(String index, int from, int size) {
    Wish wish = new Wish(Ask.NOTHING, null, from, size, 0, false);
    return Asking.page(client(), oracle(), index, wish).items().stream()
        .map(item -> item.itemId())
        .toList();
  }

  private Why why(String item) {
    PlainActionFuture<Why> why = PlainActionFuture.newFuture();
    Wish wish = new Wish(Ask.NOTHING, null, 0, 10, 0, false);
    new Inquiring(client(), oracle()).about("shop", item, wish, 0, why);
    return why.actionGet();
  }

  private void refused(RestStatus status, String reason, ThrowingRunnable call) {
    Exception problem = expectThrows(Exception.class, call);
    assertEquals(status, ExceptionsHelper.status(problem));
    assertTrue(problem.getMessage(), problem.getMessage().contains(reason));
  }

  public void testAPageIsCutFromTheRanking() {
    assertEquals(List.of("dear", "cheap"), page("shop", 0, 10));
    assertEquals(List.of("cheap"), page("shop", 1, 1));
    assertEquals(List.of(), page("shop", 5, 5));
    assertEquals(List.of(), page("shop", 0, 0));
  }

  public void testAPageBeyondTheWindowIsTheCallersMistake() {
    assertEquals(List.of(), page("shop", 2, 8));
    for (int from : new int[] {3, Integer.MAX_VALUE}) {
      refused(
          RestStatus.BAD_REQUEST,
          "from + size = " + (from + 8L) + " exceeds window 10 of profile [home]",
          () -> page("shop", from, 8));
    }
  }

  public void testAnIndexThatIsNotThereIsNamed() {
    refused(RestStatus.NOT_FOUND, "no such index [shoop]", () -> page("shoop", 0, 1));
  }

  public void testIndexesOfOtherRankingsAreNotMixed() {
    create("shop-twin", 10);
    assertEquals(List.of("dear", "cheap"), page("shop*", 0, 10));
    create("shop-other", 11);
    refused(
        RestStatus.BAD_REQUEST,
        "were written by different models or ranked by others; search one of them",
        () -> page("shop*", 0, 10));
  }

  public void testWhatARankingKeepsOutIsNotSaidToBeMissed() {
    assertEquals(Verdict.RANKED, why("cheap").verdict());
    assertEquals(2, why("cheap").rank());
    assertEquals(List.of(), why("cheap").notes());
    Why gone = why("gone");
    assertEquals(Verdict.FILTERED, gone.verdict());
    assertEquals(List.of("kept out: it does not meet the filter"), gone.notes());
    assertEquals(Verdict.UNKNOWN, why("nosuch").verdict());
  }
}
