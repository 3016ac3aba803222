package dev.kindred.opensearch;

import com.carrotsearch.randomizedtesting.annotations.ThreadLeakScope;
import dev.kindred.Recommender;
import dev.kindred.opensearch.recommend.Wish;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Request;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.opensearch.ExceptionsHelper;
import org.opensearch.common.settings.Settings;
import org.opensearch.common.xcontent.XContentType;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginsService;
import org.opensearch.test.OpenSearchSingleNodeTestCase;

/** Fields of every form on a node of the engine: mapped by a push, and by its templates later. */
@ThreadLeakScope(ThreadLeakScope.Scope.NONE)
public class ModelFieldsTests extends OpenSearchSingleNodeTestCase {
  private static final Set<String> EARLY = Set.of("als", "popularity", "neumf");

  @Override
  protected Collection<Class<? extends Plugin>> getPlugins() {
    return List.of(KindredPlugin.class);
  }

  private Recommendations page(String index, String profile, String user) {
    KindredPlugin plugin =
        getInstanceFromNode(PluginsService.class).filterPlugins(KindredPlugin.class).getFirst();
    Wish wish = new Wish(Asking.ask(profile, user), null, 0, 20, 0, true);
    return Asking.page(client(), plugin.oracle(), index, wish);
  }

  private static List<String> readable(Recommendations page) {
    return page.items().stream()
        .map(item -> item.itemId() + " " + item.score() + " " + item.signals())
        .toList();
  }

  private void same(Recommender embedded, String index) throws Exception {
    for (String profile : embedded.profiles().byName().keySet()) {
      for (String user : List.of("reader3", "reader8")) {
        Request request = Request.user(user).profile(profile).now(Asking.NOW).size(20);
        List<String> expected = readable(embedded.recommend(request));
        assertEquals(index + " " + profile, expected, readable(page(index, profile, user)));
      }
    }
  }

  /** Of the object of models, as {@code type dims}. */
  private Map<String, String> types(String index) {
    Map<String, Object> mapping =
        client()
            .admin()
            .indices()
            .prepareGetMappings(index)
            .get()
            .mappings()
            .get(index)
            .sourceAsMap();
    Map<String, String> types = new TreeMap<>();
    collect("", at(at(mapping, "properties"), "model"), types);
    return types;
  }

  @SuppressWarnings("unchecked") // a mapping's objects have names
  private static Map<String, Object> at(Map<String, Object> map, String key) {
    return (Map<String, Object>) map.getOrDefault(key, Map.of());
  }

  private static void collect(String path, Map<String, Object> mapping, Map<String, String> types) {
    if (mapping.containsKey("type")) {
      types.put(path, mapping.get("type") + " " + mapping.getOrDefault("dims", ""));
    }
    for (String below : List.of("properties", "fields")) {
      at(mapping, below)
          .keySet()
          .forEach(
              name ->
                  collect(
                      path.isEmpty() ? name : path + "." + name,
                      at(at(mapping, below), name),
                      types));
    }
  }

  public void testFieldsBelowOthersRankAsEmbedded() throws Exception {
    World world =
        World.build(
            createTempDir(),
            "popularity,preference,ease,als,gfcf,widedeep,cold",
            "widedeep.epochs=1",
            "gfcf.factors=8");
    world.pushModels(client());
    world.push(client(), "all", 1, 0, "readers", Settings.EMPTY);
    world.pushUsers(client(), "readers");
    Map<String, String> types = types("all");
    assertEquals("kindred_sparse ", types.get("gfcf"));
    assertEquals("kindred_vector 8", types.get("gfcf.low"));
    assertTrue(types.toString(), types.get("widedeep").startsWith("kindred_floats "));
    assertEquals("kindred_sparse ", types.get("widedeep.wide"));
    try (Recommender embedded = world.embedded()) {
      same(embedded, "all");
    }
  }

  public void testModelsThatComeLaterAreMappedByTemplates() throws Exception {
    World world =
        World.build(
            createTempDir(),
            "popularity,trend,content,preference,itemknn,ease,als,neumf",
            "neumf.epochs=1");
    world.pushModels(client());
    world.pushEarly(client(), "early", EARLY, "readers");
    world.pushUsers(client(), "readers");
    Map<String, String> types = types("early");
    for (String terms : List.of("content", "itemknn", "ease")) {
      assertEquals(terms, "kindred_sparse ", types.get(terms));
    }
    for (String number : List.of("popularity", "trend")) {
      assertEquals(number, "kindred_number ", types.get(number));
    }
    try (Recommender embedded = world.embedded()) {
      same(embedded, "early");
    }
  }

  private void write(String index, String id, String model) {
    client().prepareIndex(index).setId(id).setSource(model, XContentType.JSON).get();
  }

  private void refused(String index, String source, String reason) {
    Exception problem = expectThrows(Exception.class, () -> write(index, "x", source));
    assertEquals(400, ExceptionsHelper.status(problem).getStatus());
    String said = ExceptionsHelper.stackTrace(problem);
    assertTrue(source + said, said.contains(reason));
  }

  public void testNamesAndFormsDecideAndNothingElseIsIndexed() throws Exception {
    World world =
        World.build(createTempDir(), "popularity,preference,ease,als,neumf", "neumf.epochs=1");
    world.push(client(), "names", 1, 0, "readers", Settings.EMPTY);
    int dims = 64;
    String vector = Arrays.toString(new float[dims]);
    write(
        "names",
        "a",
        "{\"title\": \"A\", \"colour\": \"red\", \"stock\": 3, \"sizes\": [1, 2], \"extra\":"
            + " {\"als\": [1, 2]}, \"model\": {\"als-next\": "
            + vector
            + ", \"rules\": {\"terms\": {\"+b\": 7}}, \"clicks\": 3, \"posterior\": 0.25,"
            + " \"cold\": {\"als\": 1, \"bpr\": 0.5},"
            + " \"note\": \"text\"}}");
    Map<String, String> types = types("names");
    assertEquals("kindred_vector " + dims, types.get("als-next"));
    assertEquals("kindred_sparse ", types.get("rules"));
    assertEquals("kindred_number ", types.get("clicks"));
    assertEquals("kindred_number ", types.get("posterior"));
    assertEquals("kindred_number ", types.get("cold.als"));
    assertEquals("kindred_number ", types.get("cold.bpr"));
    assertNull(types.get("note"));
    Map<String, Object> mapping =
        client()
            .admin()
            .indices()
            .prepareGetMappings("names")
            .get()
            .mappings()
            .get("names")
            .sourceAsMap();
    for (String unknown : List.of("colour", "stock", "sizes", "extra")) {
      assertFalse(unknown, at(mapping, "properties").containsKey(unknown));
    }
    assertEquals("red", client().prepareGet("names", "a").get().getSourceAsMap().get("colour"));
    refused("names", "{\"model\": {\"als-other\": [1, 2]}}", "has 2 numbers, its dims are " + dims);
    refused(
        "names", "{\"model\": {\"bpr\": [1, 2]}}", "a vector is mapped before its first document");
    assertNull("a refused document maps nothing", types("names").get("bpr"));
    refused("names", "{\"model\": {\"rules\": 5}}", "expected {\"terms\": {…}}");
    refused("names", "{\"model\": {\"clicks\": {\"terms\": {}}}}", "holds one number");
  }
}
