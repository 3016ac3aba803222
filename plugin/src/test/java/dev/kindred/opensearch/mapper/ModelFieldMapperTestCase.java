package dev.kindred.opensearch.mapper;

import dev.kindred.opensearch.KindredPlugin;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.opensearch.index.mapper.MappedFieldType;
import org.opensearch.index.mapper.MapperTestCase;
import org.opensearch.index.mapper.ParseContext;
import org.opensearch.plugins.Plugin;

/** What holds for every {@link ModelFieldMapper}, beside what the engine asks of all mappers. */
public abstract class ModelFieldMapperTestCase extends MapperTestCase {
  @Override
  protected Collection<? extends Plugin> getPlugins() {
    return List.of(new KindredPlugin());
  }

  /** It takes no boost: there is no query of its own to boost. */
  @Override
  protected boolean supportsOrIgnoresBoost() {
    return false;
  }

  @Override
  protected void assertExistsQuery(
      MappedFieldType type, Query query, ParseContext.Document document) {
    assertEquals(new FieldExistsQuery("field"), query);
    assertNoFieldNamesField(document);
  }
}
