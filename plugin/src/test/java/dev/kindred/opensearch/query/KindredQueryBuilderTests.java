package dev.kindred.opensearch.query;

import dev.kindred.opensearch.ask.RandomQuestions;
import java.io.IOException;
import java.util.List;
import org.opensearch.common.settings.Settings;
import org.opensearch.common.xcontent.json.JsonXContent;
import org.opensearch.core.common.ParsingException;
import org.opensearch.core.common.io.stream.NamedWriteableRegistry;
import org.opensearch.core.common.io.stream.Writeable;
import org.opensearch.core.xcontent.NamedXContentRegistry;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.index.query.QueryBuilder;
import org.opensearch.index.query.QueryBuilders;
import org.opensearch.search.SearchModule;
import org.opensearch.test.AbstractWireSerializingTestCase;

public class KindredQueryBuilderTests extends AbstractWireSerializingTestCase<KindredQueryBuilder> {
  private static final SearchModule ENGINE = new SearchModule(Settings.EMPTY, List.of());

  @Override
  protected NamedWriteableRegistry getNamedWriteableRegistry() {
    return new NamedWriteableRegistry(ENGINE.getNamedWriteables());
  }

  @Override
  protected NamedXContentRegistry xContentRegistry() {
    return new NamedXContentRegistry(ENGINE.getNamedXContents());
  }

  private static KindredQueryBuilder with(KindredQueryBuilder query) {
    return query
        .boost(randomBoolean() ? 1 : randomFloat() + 0.5f)
        .queryName(randomBoolean() ? null : randomAlphaOfLength(5));
  }

  private static QueryBuilder filter() {
    return randomBoolean() ? null : QueryBuilders.rangeQuery("price").lte(randomInt(100));
  }

  @Override
  protected KindredQueryBuilder createTestInstance() {
    return with(new KindredQueryBuilder(RandomQuestions.question(), filter(), () -> null));
  }

  @Override
  protected Writeable.Reader<KindredQueryBuilder> instanceReader() {
    return in -> new KindredQueryBuilder(in, () -> null);
  }

  @Override
  protected KindredQueryBuilder mutateInstance(KindredQueryBuilder query) throws IOException {
    KindredQueryBuilder other = copyInstance(query);
    return randomBoolean()
        ? other.boost(query.boost() + 1)
        : other.queryName("not " + query.queryName());
  }

  private KindredQueryBuilder parse(String json) throws IOException {
    try (XContentParser parser = createParser(JsonXContent.jsonXContent, json)) {
      parser.nextToken();
      parser.nextToken();
      assertEquals(KindredQueryBuilder.NAME, parser.currentName());
      parser.nextToken();
      return KindredQueryBuilder.fromXContent(parser, () -> null);
    }
  }

  public void testSurvivesJson() throws IOException {
    for (int round = 0; round < 50; round++) {
      KindredQueryBuilder query =
          with(new KindredQueryBuilder(RandomQuestions.unresolved(), filter(), () -> null));
      assertEquals(query, parse(query.toString()));
    }
  }

  public void testUnknownKeysAreNamed() {
    ParsingException problem =
        expectThrows(ParsingException.class, () -> parse("{\"kindred\": {\"filtre\": {}}}"));
    assertTrue(problem.getMessage(), problem.getMessage().contains("did you mean filter"));
  }
}
