package dev.kindred.opensearch.mapper;

import java.util.Map;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.opensearch.index.mapper.MappedFieldType;
import org.opensearch.index.mapper.SourceValueFetcher;
import org.opensearch.index.mapper.TextSearchInfo;
import org.opensearch.index.mapper.ValueFetcher;
import org.opensearch.index.query.QueryShardContext;
import org.opensearch.index.query.QueryShardException;
import org.opensearch.search.lookup.SearchLookup;

/** A field that only a model's signal reads: it exists or not, and takes no query of its own. */
class OpaqueFieldType extends MappedFieldType {
  private final String type;

  OpaqueFieldType(String name, String type, boolean docValues, Map<String, String> meta) {
    super(name, false, false, docValues, TextSearchInfo.NONE, meta);
    this.type = type;
  }

  @Override
  public ValueFetcher valueFetcher(QueryShardContext context, SearchLookup lookup, String format) {
    return SourceValueFetcher.identity(name(), context, format);
  }

  @Override
  public String typeName() {
    return type;
  }

  @Override
  public Query termQuery(Object value, QueryShardContext context) {
    throw new QueryShardException(
        context, "[" + name() + "] is a " + type + " field: ask it with a kindred query");
  }

  @Override
  public Query existsQuery(QueryShardContext context) {
    return new FieldExistsQuery(name());
  }
}
