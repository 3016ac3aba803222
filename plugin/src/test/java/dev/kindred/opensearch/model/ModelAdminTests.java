package dev.kindred.opensearch.model;

import dev.kindred.opensearch.KindredPlugin;
import dev.kindred.opensearch.model.StoredModel.StoredFile;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.opensearch.ExceptionsHelper;
import org.opensearch.cluster.service.ClusterService;
import org.opensearch.common.hash.MessageDigests;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.plugins.Plugin;
import org.opensearch.test.OpenSearchSingleNodeTestCase;

/** Models in a node's system index. */
public class ModelAdminTests extends OpenSearchSingleNodeTestCase {
  private static final String VERSION = "als@1";
  private static final String FILE = "model.safetensors";

  private final Set<String> used = new HashSet<>();

  @Override
  protected Collection<Class<? extends Plugin>> getPlugins() {
    return List.of(KindredPlugin.class);
  }

  private ModelAdmin admin() {
    ClusterService cluster = getInstanceFromNode(ClusterService.class);
    return new ModelAdmin(
        client(), used::contains, index -> cluster.state().metadata().hasIndex(index));
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static StoredModel model(String content, int chunks) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    String hash = HexFormat.of().formatHex(MessageDigests.sha256().digest(bytes));
    StoredFile file = new StoredFile(FILE, chunks, bytes.length, hash);
    return new StoredModel("als", VERSION, List.of(file));
  }

  private static void refused(RestStatus status, String reason, ThrowingRunnable call) {
    Exception problem = expectThrows(Exception.class, call);
    assertEquals(status, ExceptionsHelper.status(problem));
    assertTrue(problem.getMessage(), problem.getMessage().contains(reason));
  }

  private ModelAdmin whole() {
    ModelAdmin admin = admin();
    admin.put(VERSION, FILE, 0, encoded("one "));
    admin.put(VERSION, FILE, 1, encoded("two"));
    admin.complete(model("one two", 2));
    return admin;
  }

  public void testAWholeModelIsListed() {
    ModelAdmin admin = whole();
    assertEquals(List.of(model("one two", 2)), admin.list("als"));
    assertEquals(List.of(model("one two", 2)), admin.list(""));
    assertEquals(List.of(), admin.list("ease"));
  }

  public void testWhatIsNotWholeIsRefused() {
    ModelAdmin admin = admin();
    admin.put(VERSION, FILE, 0, encoded("one "));
    refused(
        RestStatus.CONFLICT,
        "lacks 1 chunks, the first is als@1/model.safetensors/1",
        () -> admin.complete(model("one two", 2)));
    assertEquals(List.of(), admin.list("als"));
  }

  public void testWhatIsNotAsDeclaredIsRefused() {
    ModelAdmin admin = admin();
    admin.put(VERSION, FILE, 0, encoded("one "));
    admin.put(VERSION, FILE, 1, encoded("TWO"));
    refused(
        RestStatus.BAD_REQUEST, "put its chunks again", () -> admin.complete(model("one two", 2)));
    assertEquals(List.of(), admin.list("als"));
    admin.put(VERSION, FILE, 1, encoded("two"));
    admin.complete(model("one two", 2));
    assertEquals(1, admin.list("als").size());
  }

  public void testAVersionDoesNotChange() {
    ModelAdmin admin = whole();
    String reason = "model [als@1] is whole and does not change; put another version";
    refused(RestStatus.CONFLICT, reason, () -> admin.put(VERSION, FILE, 1, encoded("2")));
    refused(RestStatus.CONFLICT, reason, () -> admin.complete(model("one ", 1)));
    admin.put(VERSION, FILE, 1, encoded("two"));
    admin.complete(model("one two", 2));
    assertEquals(List.of(model("one two", 2)), admin.list("als"));
  }

  public void testWhatWasNeverWholeIsDeletedToo() {
    ModelAdmin admin = whole();
    admin.put("als@10", FILE, 0, encoded("of a push that"));
    admin.put("als@10", "other.json", 7, encoded("was stopped"));
    assertTrue(admin.delete("als@10"));
    assertTrue(new Chunks(client()).get("als@10", FILE, 0).isEmpty());
    assertTrue(new Chunks(client()).get("als@10", "other.json", 7).isEmpty());
    assertFalse("it is gone", admin.delete("als@10"));
    assertEquals("others stay", List.of(model("one two", 2)), admin.list("als"));
    assertTrue(new Chunks(client()).get(VERSION, FILE, 1).isPresent());
  }

  public void testWhatAnIndexNeedsIsNotDeleted() {
    ModelAdmin admin = whole();
    used.add(VERSION);
    refused(RestStatus.CONFLICT, "an index that is still here", () -> admin.delete(VERSION));
    used.clear();
    assertTrue(admin.delete(VERSION));
    assertEquals(List.of(), admin.list("als"));
    assertFalse("it is gone", admin.delete(VERSION));
    assertTrue(new Chunks(client()).get(VERSION, FILE, 0).isEmpty());
  }
}
