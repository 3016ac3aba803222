package dev.kindred.opensearch;

import com.carrotsearch.randomizedtesting.annotations.ThreadLeakScope;
import dev.kindred.Why;
import dev.kindred.Why.Verdict;
import dev.kindred.opensearch.ask.Answered;
import dev.kindred.opensearch.ask.Ask;
import dev.kindred.opensearch.ask.Oracle;
import dev.kindred.opensearch.ask.Question;
import dev.kindred.opensearch.recommend.Inquiring;
import dev.kindred.opensearch.recommend.Recommending;
import dev.kindred.opensearch.recommend.Wish;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.search.Explanation;
import org.junit.Before;
import org.opensearch.ExceptionsHelper;
import org.opensearch.action.support.PlainActionFuture;
import org.opensearch.common.io.stream.BytesStreamOutput;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.index.query.QueryBuilder;
import org.opensearch.index.query.QueryBuilders;
import org.opensearch.plugins.PluginsService;
import org.opensearch.test.OpenSearchIntegTestCase.ClusterScope;
import org.opensearch.test.OpenSearchIntegTestCase.Scope;

/** One shard, three shards and the embedded engine give the same pages. */
@ClusterScope(
    scope = Scope.SUITE,
    numDataNodes = 2,
    numClientNodes = 0,
    supportsDedicatedMasters = false)
@ThreadLeakScope(ThreadLeakScope.Scope.NONE)
public class ClusterParityTests extends ClusterTestCase {

  @Before
  public void push() throws Exception {
    if (world == null) {
      open(World.build(createTempDir()));
    }
    world.push(client(), "one", 1, "readers");
    world.push(client(), "three", 3, "readers");
    world.pushModels(client());
    world.pushUsers(client(), "readers");
    ensureGreen("one", "three");
  }

  private Recommendations cluster(String index, Ask ask, QueryBuilder filter, int from, int size) {
    return Asking.page(client(), oracle(), index, new Wish(ask, filter, from, size, 0, true));
  }

  private static Oracle oracle() {
    return plugin().oracle();
  }

  private static Ask ask(String profile, String text, String user, List<String> like) {
    return Asking.ask(profile, text, user, like, List.of());
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
    List<String> expected = readable(embedded.recommend(request.now(Asking.NOW)));
    for (String index : List.of("one", "three")) {
      Recommendations page = cluster(index, ask, filter, request.from(), request.size());
      assertEquals(index + " " + ask, expected, readable(page));
    }
    return expected.size();
  }

  public void testEveryProfileIsTheSame() throws Exception {
    String user = "reader3";
    Scored best = embedded.recommend(Request.user(user).now(Asking.NOW)).items().getFirst();
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
    Request asked = Request.user("reader5").profile("calibrated").now(Asking.NOW).size(20);
    List<String> arranged = embedded.recommend(asked).items().stream().map(Scored::itemId).toList();
    List<String> plain =
        embedded.recommend(asked.profile("ease")).items().stream().map(Scored::itemId).toList();
    assertNotEquals("it changes something", plain, arranged);
    assertEquals(20, same(asked, ask("calibrated", "", "reader5", List.of()), null));
  }

  /** A response that is arranged once, after the shards are merged. */
  public void testAVariedPageIsTheSame() throws Exception {
    Request varied = Request.user("reader5").profile("home").diversity(0.7).size(20);
    Ask ask = ask("home", "", "reader5", List.of());
    List<String> expected = readable(embedded.recommend(varied.now(Asking.NOW)));
    assertNotEquals(
        "it changes something",
        readable(embedded.recommend(varied.diversity(0).now(Asking.NOW))),
        expected);
    for (String index : List.of("one", "three")) {
      PlainActionFuture<Recommendations> page = PlainActionFuture.newFuture();
      new Recommending(client(), oracle())
          .page(index, new Wish(ask, null, 0, 20, 0.7, true), 0, page);
      assertEquals(index, expected, readable(page.actionGet()));
    }
  }

  /** Of all models at once; what reasons need besides is sent for whole pages alone. */
  public void testWhatTravelsToAShardIsSmall() throws Exception {
    Ask ask = ask("home", "", "reader3", List.of());
    int plain = wire(ask, false);
    logger.info("a question takes {} bytes, with reasons {}", plain, wire(ask, true));
    assertTrue(plain + " bytes", plain < 8 << 10);
  }

  private static int wire(Ask ask, boolean reasons) throws Exception {
    PlainActionFuture<Answered> answered = PlainActionFuture.newFuture();
    oracle().resolve(client(), new String[] {"one"}, ask, reasons, 0, answered);
    try (BytesStreamOutput out = new BytesStreamOutput()) {
      new Question(ask, reasons, answered.actionGet().resolved()).writeTo(out);
      return out.size();
    }
  }

  public void testFiltersAndPaging() throws Exception {
    Request request = Request.user("reader5").from(10).size(15).filter("price", "<=", 12);
    int compared =
        same(request, ask("", "", "reader5", List.of()), QueryBuilders.rangeQuery("price").lte(12));
    assertEquals(15, compared);
  }

  private static Why why(String index, String item, Wish wish) {
    PlainActionFuture<Why> why = PlainActionFuture.newFuture();
    new Inquiring(client(), oracle()).about(index, item, wish, 0, why);
    return why.actionGet();
  }

  /** Last bits differ with the order of a map, and so do the numbers of documents. */
  private static String words(Explanation explanation) {
    String text =
        String.valueOf(explanation)
            .replaceAll(" in \\d+\\) \\[\\w+Similarity\\]", ")")
            .replaceAll("\\d+\\.[0-9E-]+", "#");
    return String.join("\n", text.lines().sorted().toList());
  }

  /** What became of the item, and its explanation. */
  private Verdict sameWhy(Request request, Ask ask, QueryBuilder filter, String item)
      throws Exception {
    Why expected = embedded.explain(request.now(Asking.NOW), item);
    for (String index : List.of("one", "three")) {
      Why why = why(index, item, new Wish(ask, filter, 0, 10, 0, false));
      String what = index + " " + item + " " + ask + " " + expected.notes() + why.notes();
      assertEquals(what, expected.verdict(), why.verdict());
      assertEquals(what, expected.rank(), why.rank());
      assertEquals(what, words(expected.explanation()), words(why.explanation()));
      if (expected.explanation() != null) {
        float score = expected.explanation().getValue().floatValue();
        assertEquals(what, score, why.explanation().getValue().floatValue(), 1e-5f);
      }
    }
    return expected.verdict();
  }

  public void testWhyAndWhyNotAreTheSame() throws Exception {
    Request cheap = Request.user("reader3").filter("price", "<=", 12);
    QueryBuilder filter = QueryBuilders.rangeQuery("price").lte(12);
    List<String> items = new ArrayList<>(List.of("nosuch"));
    for (int i = 0; i < 300; i += 13) {
      items.add("book" + i);
    }
    embedded.users().find("reader3").orElseThrow().history().stream()
        .limit(3)
        .forEach(event -> items.add(event.itemId()));
    Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
    for (String item : items) {
      for (String profile : List.of("home", "itemknn", "neumf")) {
        Ask ask = ask(profile, "", "reader3", List.of());
        verdicts.add(sameWhy(cheap.profile(profile), ask, filter, item));
      }
      String words = "the castle";
      Request typed = Request.user("reader3").profile("search").text(words);
      verdicts.add(sameWhy(typed, ask("search", words, "reader3", List.of()), null, item));
      Request similar = Request.user("reader3").profile("similar").like(List.of("book13"));
      Ask liked = ask("similar", "", "reader3", List.of("book13"));
      verdicts.add(sameWhy(similar, liked, null, item));
    }
    assertEquals(EnumSet.allOf(Verdict.class), verdicts);
  }

  public void testAnInquiryIsResolvedOnce() {
    String node = randomFrom(internalCluster().getNodeNames());
    KindredPlugin plugin =
        internalCluster()
            .getInstance(PluginsService.class, node)
            .filterPlugins(KindredPlugin.class)
            .getFirst();
    Wish wish = new Wish(ask("home", "", "reader3", List.of()), null, 0, 10, 0, false);
    Map<String, Long> before = counts(plugin);
    PlainActionFuture<Why> why = PlainActionFuture.newFuture();
    new Inquiring(client(node), plugin.oracle()).about("three", "book13", wish, 0, why);
    assertTrue(why.actionGet().explanation().isMatch());
    Map<String, Long> after = counts(plugin);
    for (String phase : List.of("resolve", "resolve.user", "resolve.models")) {
      assertEquals(phase, before.getOrDefault(phase, 0L) + 1, (long) after.get(phase));
    }
  }

  private static Map<String, Long> counts(KindredPlugin plugin) {
    Map<String, Long> counts = new TreeMap<>();
    plugin.timers().all().forEach((phase, timer) -> counts.put(phase, timer.count()));
    return counts;
  }

  public void testAWrongFilterIsTheCallersMistake() throws Exception {
    String item =
        embedded.recommend(Request.user("reader5").now(Asking.NOW)).items().getFirst().itemId();
    QueryBuilder wrong = QueryBuilders.rangeQuery("price").lte("cheap");
    Wish wish = new Wish(ask("", "", "reader5", List.of()), wrong, 0, 10, 0, false);
    Exception refused = expectThrows(Exception.class, () -> why("one", item, wish));
    assertEquals(RestStatus.BAD_REQUEST, ExceptionsHelper.status(refused));
  }
}
