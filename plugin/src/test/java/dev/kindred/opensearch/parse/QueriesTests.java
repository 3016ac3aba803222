package dev.kindred.opensearch.parse;

import java.io.IOException;
import java.util.List;
import org.opensearch.ExceptionsHelper;
import org.opensearch.common.settings.Settings;
import org.opensearch.common.xcontent.json.JsonXContent;
import org.opensearch.core.xcontent.NamedXContentRegistry;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.index.query.BoolQueryBuilder;
import org.opensearch.index.query.QueryBuilder;
import org.opensearch.search.SearchModule;
import org.opensearch.test.OpenSearchTestCase;

public class QueriesTests extends OpenSearchTestCase {
  @Override
  protected NamedXContentRegistry xContentRegistry() {
    return new NamedXContentRegistry(
        new SearchModule(Settings.EMPTY, List.of()).getNamedXContents());
  }

  private QueryBuilder read(String json) throws IOException {
    try (XContentParser parser = createParser(JsonXContent.jsonXContent, json)) {
      parser.nextToken();
      QueryBuilder query = Queries.read("filter", parser);
      assertNull("it reads the query and no further", parser.nextToken());
      return query;
    }
  }

  /** So many queries in one another: two levels each, and two of the innermost. */
  private static String nested(int bools) {
    return "{\"bool\":{\"must\":".repeat(bools) + "{\"match_all\":{}}" + "}}".repeat(bools);
  }

  public void testReadsTheEnginesQueries() throws IOException {
    QueryBuilder query = read("{\"bool\": {\"filter\": [{\"term\": {\"a\": 1}}]}}");
    assertEquals(1, ((BoolQueryBuilder) query).filter().size());
    assertTrue(read(nested((Queries.DEEPEST - 2) / 2)) instanceof BoolQueryBuilder);
  }

  public void testWhatIsTooDeepIsRefusedBeforeTheStackOverflows() {
    for (int bools : new int[] {Queries.DEEPEST / 2, 100, 400, 499, 5_000}) {
      Exception problem = expectThrows(Exception.class, () -> read(nested(bools)));
      assertEquals(400, ExceptionsHelper.status(problem).getStatus());
      assertTrue(problem.getMessage(), problem.getMessage().contains("more than 100"));
    }
  }

  public void testWhatIsNoQueryIsRefused() {
    for (String body : List.of("[]", "1", "\"price < 5\"", "null", "{}", "{\"nosuch\": {}}")) {
      Exception problem = expectThrows(Exception.class, () -> read(body));
      assertEquals(body, 400, ExceptionsHelper.status(problem).getStatus());
    }
  }
}
