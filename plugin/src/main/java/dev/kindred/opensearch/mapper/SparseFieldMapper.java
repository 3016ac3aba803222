package dev.kindred.opensearch.mapper;

import dev.kindred.internal.text.FrequencyField;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.core.xcontent.XContentParser.Token;
import org.opensearch.index.mapper.MappedFieldType;
import org.opensearch.index.mapper.ParametrizedFieldMapper;
import org.opensearch.index.mapper.ParseContext;
import org.opensearch.index.query.QueryShardContext;

/**
 * {@code kindred_sparse}: weighted terms, as {@code {"terms": {"+carmilla": 1048576}, "norm":
 * 4.2}}. A term's weight is its frequency, so that the inverted index is the table of related
 * items. {@code norm} is what sums are divided by, kept as the doc value {@code FIELD.norm}.
 */
public final class SparseFieldMapper extends ModelFieldMapper {
  public static final String TYPE = "kindred_sparse";
  public static final TypeParser PARSER = new TypeParser((name, context) -> new Builder(name));

  private static final String TERMS = "terms";
  private static final String NORM = "norm";
  private static final Set<String> KEYS = new TreeSet<>(Set.of(TERMS, NORM));

  private final boolean lengths;

  private SparseFieldMapper(
      String name, MappedFieldType type, MultiFields multi, CopyTo copyTo, boolean lengths) {
    super(name, type, multi, copyTo);
    this.lengths = lengths;
  }

  static final class Builder extends ParametrizedFieldMapper.Builder {
    private final Parameter<Boolean> lengths =
        Parameter.boolParam(
            "lengths", false, mapper -> ((SparseFieldMapper) mapper).lengths, false);
    private final Parameter<Map<String, String>> meta = Parameter.metaParam();

    Builder(String name) {
      super(name);
    }

    @Override
    protected List<Parameter<?>> getParameters() {
      return List.of(lengths, meta);
    }

    @Override
    public SparseFieldMapper build(BuilderContext context) {
      return new SparseFieldMapper(
          name,
          new TermsFieldType(buildFullName(context), meta.getValue()),
          multiFieldsBuilder.build(this, context),
          copyTo.build(),
          lengths.getValue());
    }
  }

  private static final class TermsFieldType extends OpaqueFieldType {
    TermsFieldType(String name, Map<String, String> meta) {
      super(name, TYPE, false, meta);
    }

    @Override
    public Query termQuery(Object value, QueryShardContext context) {
      return new TermQuery(new Term(name(), String.valueOf(value)));
    }

    /** There is no doc value to look at: the documents of all terms. */
    @Override
    public Query existsQuery(QueryShardContext context) {
      return TermRangeQuery.newStringRange(name(), null, null, true, true);
    }
  }

  @Override
  protected void parseCreateField(ParseContext context) throws IOException {
    XContentParser parser = context.parser();
    if (parser.currentToken() == Token.VALUE_NULL) {
      return;
    }
    require(
        parser.currentToken() == Token.START_OBJECT,
        "expected {\"terms\": {…}}, got "
            + parser.currentToken()
            + "; a vector is mapped before its first document, as kindred_vector with its dims");
    Map<String, Integer> frequencies = new LinkedHashMap<>();
    Double norm = null;
    while (parser.nextToken() != Token.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      switch (key) {
        case TERMS -> read(parser, frequencies);
        case NORM -> norm = parser.doubleValue();
        default -> readBelow(key, KEYS, context);
      }
    }
    if (!frequencies.isEmpty()) {
      context.doc().add(FrequencyField.of(name(), frequencies, lengths));
    }
    if (norm != null) {
      require(norm > 0 && Double.isFinite(norm), "norm must be positive, was " + norm);
      context
          .doc()
          .add(new NumericDocValuesField(name() + ".norm", Double.doubleToRawLongBits(norm)));
    }
  }

  private void read(XContentParser parser, Map<String, Integer> frequencies) throws IOException {
    require(parser.currentToken() == Token.START_OBJECT, "terms must be an object");
    long sum = 0;
    while (parser.nextToken() != Token.END_OBJECT) {
      String term = parser.currentName();
      parser.nextToken();
      int frequency = parser.intValue(false);
      require(frequency >= 1, "term " + term + " has frequency " + frequency + ", at least 1");
      sum += frequency;
      require(sum <= Integer.MAX_VALUE, "frequencies add up to more than 2147483647");
      frequencies.put(term, frequency);
    }
  }

  private void require(boolean holds, String what) {
    if (!holds) {
      throw problem(what);
    }
  }

  @Override
  public ParametrizedFieldMapper.Builder getMergeBuilder() {
    return new Builder(simpleName()).init(this);
  }

  @Override
  protected String contentType() {
    return TYPE;
  }
}
