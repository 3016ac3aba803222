package dev.kindred.index;

import dev.kindred.internal.text.Analyzers;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.QueryBuilder;

/** What was typed, as one BM25 query a field. */
final class TextQuery {
  private static final float TITLE = 2f;
  private static final float KEYWORD = 0.5f;
  private static final float OTHER_FIELDS = 0.3f;

  private final Schema schema;
  private final QueryBuilder words;

  TextQuery(Schema schema) {
    this.schema = schema;
    this.words = new QueryBuilder(Analyzers.get(schema.analyzer()));
  }

  Query parse(String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    List<Query> fields = new ArrayList<>();
    for (String field : schema.text()) {
      add(fields, field, field.equals(schema.text().getFirst()) ? TITLE : 1, typed);
    }
    for (String field : schema.keywords()) {
      add(fields, Schema.words(field), KEYWORD, typed);
    }
    return switch (fields.size()) {
      case 0 -> null;
      case 1 -> fields.getFirst();
      default -> new DisjunctionMaxQuery(fields, OTHER_FIELDS);
    };
  }

  private void add(List<Query> fields, String field, float boost, String typed) {
    Query query = words.createBooleanQuery(field, typed, Occur.SHOULD);
    if (query != null) {
      fields.add(boost == 1 ? query : new BoostQuery(query, boost));
    }
  }
}
