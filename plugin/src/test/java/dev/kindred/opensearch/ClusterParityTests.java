package dev.kindred.opensearch;

import com.carrotsearch.randomizedtesting.annotations.ThreadLeakScope;
import dev.kindred.Recommender;
import dev.kindred.Why;
import dev.kindred.opensearch.ask.Ask;
import dev.kindred.opensearch.ask.Oracle;
import dev.kindred.opensearch.recommend.Inquiring;
import dev.kindred.opensearch.recommend.Recommending;
import dev.kindred.opensearch.recommend.Wish;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.Before;
import org.opensearch.ExceptionsHelper;
import org.opensearch.action.support.PlainActionFuture;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.index.query.QueryBuilder;
import org.opensearch.index.query.QueryBuilders;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginsService;
import org.opensearch.test.OpenSearchIntegTestCase;
import org.opensearch.test.OpenSearchIntegTestCase.ClusterScope;
import org.opensearch.test.OpenSearchIntegTestCase.Scope;

/** One shard, three shards and the embedded engine give the same pages. */
@ClusterScope(
    scope = Scope.SUITE,
    numDataNodes = 2,
    numClientNodes = 0,
    supportsDedicatedMasters = false)
@ThreadLeakScope(ThreadLeakScope.Scope.NONE)
public class ClusterParityTests extends OpenSearchIntegTestCase {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private static World world;
  private static Recommender embedded;

  @Override
  protected Collection<Class<? extends Plugin>> nodePlugins() {
    return List.of(KindredPlugin.class);
  }

  @Override
  protected boolean addMockInternalEngine() {
    return false;
  }

  @Before
  public void push() throws Exception {
    if (world == null) {
      Path folder = createTempDir();
      world = World.build(folder);
      embedded = world.embedded();
    }
    world.push(client(), "one", 1, "readers");
    world.push(client(), "three", 3, "readers");
    world.pushModels(client());
    world.pushUsers(client(), "readers");
    ensureGreen("one", "three");
  }

  @AfterClass
  public static void close() throws Exception {
    embedded.close();
    embedded = null;
    world = null;
  }

  private Recommendations cluster(String index, Ask ask, QueryBuilder filter, int from, int size) {
    PlainActionFuture<Recommendations> page = PlainActionFuture.newFuture();
    new Recommending(client(), oracle())
        .page(index, new Wish(ask, filter, from, size, 0, true), 0, page);
    return page.actionGet();
  }

  private static Oracle oracle() {
    return internalCluster()
        .getInstance(PluginsService.class)
        .filterPlugins(KindredPlugin.class)
        .getFirst()
        .oracle();
  }

  private static Ask ask(String profile, String text, String user, List<String> like) {
    return new Ask(
        profile, text, user, like, List.of(), List.of(), Map.of(), false, NOW.toEpochMilli(), 42);
  }

  private static List<String> readable(Recommendations page) {
    List<String> lines = new ArrayList<>();
    for (Scored item : page.items()) {
      lines.add(item.itemId() + " " + item.score() + " " + item.signals());
    }
    return lines;
  }

  /** How many items were compared. */
  private int same(Request request, Ask ask, QueryBuilder filter) throws Exception {
    List<String> expected = readable(embedded.recommend(request.now(NOW)));
    for (String index : List.of("one", "three")) {
      Recommendations page = cluster(index, ask, filter, request.from(), request.size());
      assertEquals(index + " " + ask, expected, readable(page));
    }
    return expected.size();
  }

  public void testEveryProfileIsTheSame() throws Exception {
    String user = "reader3";
    Scored best = embedded.recommend(Request.user(user).now(NOW)).items().getFirst();
    String liked = best.itemId();
    String title = best.fields().get("title").toString();
    for (String profile : embedded.profiles().byName().keySet()) {
      Request request = Request.user(user).profile(profile).size(20);
      int seeded = same(request.like(List.of(liked)), ask(profile, "", user, List.of(liked)), null);
      int personal = same(request, ask(profile, "", user, List.of()), null);
      int typed = same(request.text(title), ask(profile, title, user, List.of()), null);
      assertTrue(profile + " answers something", seeded + personal + typed > 0);
    }
  }

  public void testWhatIsArrangedByAModelIsArranged() throws Exception {
    Request asked = Request.user("reader5").profile("calibrated").now(NOW).size(20);
    List<String> arranged = embedded.recommend(asked).items().stream().map(Scored::itemId).toList();
    List<String> plain =
        embedded.recommend(asked.profile("ease")).items().stream().map(Scored::itemId).toList();
    assertNotEquals("it changes something", plain, arranged);
    assertEquals(20, same(asked, ask("calibrated", "", "reader5", List.of()), null));
  }

  public void testFiltersAndPaging() throws Exception {
    Request request = Request.user("reader5").from(10).size(15).filter("price", "<=", 12);
    int compared =
        same(request, ask("", "", "reader5", List.of()), QueryBuilders.rangeQuery("price").lte(12));
    assertEquals(15, compared);
  }

  public void testAWrongFilterIsTheCallersMistake() throws Exception {
    String item = embedded.recommend(Request.user("reader5").now(NOW)).items().getFirst().itemId();
    QueryBuilder wrong = QueryBuilders.rangeQuery("price").lte("cheap");
    Wish wish = new Wish(ask("", "", "reader5", List.of()), wrong, 0, 10, 0, false);
    PlainActionFuture<Why> why = PlainActionFuture.newFuture();
    new Inquiring(client(), oracle()).about("one", item, wish, 0, why);
    Exception refused = expectThrows(Exception.class, why::actionGet);
    assertEquals(RestStatus.BAD_REQUEST, ExceptionsHelper.status(refused));
  }
}
