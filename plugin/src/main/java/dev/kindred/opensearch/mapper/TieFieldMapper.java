package dev.kindred.opensearch.mapper;

import dev.kindred.index.Schema;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.lucene.document.NumericDocValuesField;
import org.opensearch.common.Explicit;
import org.opensearch.index.fielddata.IndexFieldData;
import org.opensearch.index.fielddata.IndexNumericFieldData.NumericType;
import org.opensearch.index.fielddata.plain.SortedNumericIndexFieldData;
import org.opensearch.index.mapper.MetadataFieldMapper;
import org.opensearch.index.mapper.ParseContext;
import org.opensearch.search.lookup.SearchLookup;

/**
 * The metadata field {@code _tie}, switched on by {@code "_tie": {"enabled": true}}: a fixed hash
 * of the document's id that orders items of equal score alike on every shard. Sort by {@code
 * _score}, then by {@code _tie}.
 */
public final class TieFieldMapper extends MetadataFieldMapper {
  public static final String NAME = Schema.TIE;
  public static final TypeParser PARSER =
      new ConfigurableTypeParser(
          context -> new TieFieldMapper(new Explicit<>(false, false)), context -> new Builder());

  private final Explicit<Boolean> enabled;

  private TieFieldMapper(Explicit<Boolean> enabled) {
    super(new TieFieldType());
    this.enabled = enabled;
  }

  static final class Builder extends MetadataFieldMapper.Builder {
    private final Parameter<Explicit<Boolean>> enabled =
        updateableBoolParam("enabled", mapper -> ((TieFieldMapper) mapper).enabled, false);

    Builder() {
      super(NAME);
    }

    @Override
    protected List<Parameter<?>> getParameters() {
      return List.of(enabled);
    }

    @Override
    public TieFieldMapper build(BuilderContext context) {
      return new TieFieldMapper(enabled.getValue());
    }
  }

  private static final class TieFieldType extends OpaqueFieldType {
    TieFieldType() {
      super(NAME, NAME, true, Map.of());
    }

    @Override
    public IndexFieldData.Builder fielddataBuilder(String index, Supplier<SearchLookup> lookup) {
      return new SortedNumericIndexFieldData.Builder(name(), NumericType.LONG);
    }
  }

  @Override
  public void postParse(ParseContext context) {
    if (enabled.value()) {
      long tie = Schema.tie(context.sourceToParse().id());
      context.doc().add(new NumericDocValuesField(NAME, tie));
    }
  }

  @Override
  public MetadataFieldMapper.Builder getMergeBuilder() {
    return (MetadataFieldMapper.Builder) new Builder().init(this);
  }

  @Override
  protected String contentType() {
    return NAME;
  }
}
