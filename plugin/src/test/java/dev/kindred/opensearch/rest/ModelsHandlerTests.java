package dev.kindred.opensearch.rest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opensearch.common.xcontent.XContentType;
import org.opensearch.core.common.bytes.BytesArray;
import org.opensearch.core.xcontent.NamedXContentRegistry;
import org.opensearch.rest.RestRequest.Method;
import org.opensearch.test.OpenSearchTestCase;
import org.opensearch.test.rest.FakeRestChannel;
import org.opensearch.test.rest.FakeRestRequest;

/** What is refused before a model is touched. */
public class ModelsHandlerTests extends OpenSearchTestCase {
  private static String refused(Method method, String body, String... parameters) {
    Map<String, String> all = new HashMap<>();
    for (String parameter : parameters) {
      all.put(parameter.split("=")[0], parameter.split("=")[1]);
    }
    FakeRestRequest.Builder request =
        new FakeRestRequest.Builder(NamedXContentRegistry.EMPTY)
            .withMethod(method)
            .withPath("/_plugins/_kindred/models/als")
            .withParams(all);
    if (body != null) {
      request.withContent(new BytesArray(body), XContentType.JSON);
    }
    FakeRestRequest built = request.build();
    IllegalArgumentException problem =
        expectThrows(
            IllegalArgumentException.class,
            () ->
                new ModelsHandler(null)
                    .handleRequest(built, new FakeRestChannel(built, true, 1), null));
    return problem.getMessage();
  }

  public void testParametersThatWouldBeIgnoredAreRefused() {
    for (String parameter : List.of("version", "file", "chunk")) {
      String reason = refused(Method.GET, null, "name=als", parameter + "=1");
      assertTrue(reason, reason.contains("unrecognized parameter: [" + parameter + "]"));
    }
    String chunk = refused(Method.DELETE, null, "name=als", "version=1", "chunk=1");
    assertTrue(chunk, chunk.contains("unrecognized parameter: [chunk]"));
  }

  public void testAVersionMustBeNamed() {
    for (Method method : List.of(Method.PUT, Method.DELETE)) {
      String reason = refused(method, null, "name=als");
      assertEquals("name the version: /_plugins/_kindred/models/als?version=…", reason);
    }
  }

  public void testAChunkIsOneLineOfBase64() {
    String[][] wrong = {
      {"{}", "a chunk needs {\"data\": \"base 64\"}"},
      {null, "a chunk needs {\"data\": \"base 64\"}"},
      {"{\"data\": \"AAAA\\nAAAA\"}", "[data] is no base 64, which has no line ends either"},
      {"{\"data\": \"AAA!\"}", "[data] is no base 64"},
      {"{\"date\": \"AAAA\"}", "did you mean data?"}
    };
    for (String[] one : wrong) {
      String reason = refused(Method.PUT, one[0], "name=als", "version=1", "file=a.json");
      assertTrue(reason, reason.contains(one[1]));
    }
  }

  public void testAChunkIsBounded() {
    String large = "A".repeat(((4 << 20) + 3) / 3 * 4);
    String reason =
        refused(Method.PUT, "{\"data\": \"" + large + "\"}", "name=als", "version=1", "file=a.b");
    assertEquals("the chunk has 4194306 bytes, at most 4194304", reason);
  }
}
