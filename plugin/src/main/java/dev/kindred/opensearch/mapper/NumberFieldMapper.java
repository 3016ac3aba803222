package dev.kindred.opensearch.mapper;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.NumericDocValuesField;
import org.opensearch.core.xcontent.XContentParser.Token;
import org.opensearch.index.mapper.MappedFieldType;
import org.opensearch.index.mapper.ParametrizedFieldMapper;
import org.opensearch.index.mapper.ParseContext;

/**
 * {@code kindred_number}: one number a document that a model wrote, such as a forward-decayed
 * demand in log space or a posterior. Kept as a doc value of the double's bits.
 */
public final class NumberFieldMapper extends ModelFieldMapper {
  public static final String TYPE = "kindred_number";
  public static final TypeParser PARSER = new TypeParser((name, context) -> new Builder(name));

  private NumberFieldMapper(String name, MappedFieldType type, MultiFields multi, CopyTo copyTo) {
    super(name, type, multi, copyTo);
  }

  static final class Builder extends ParametrizedFieldMapper.Builder {
    private final Parameter<Map<String, String>> meta = Parameter.metaParam();

    Builder(String name) {
      super(name);
    }

    @Override
    protected List<Parameter<?>> getParameters() {
      return List.of(meta);
    }

    @Override
    public NumberFieldMapper build(BuilderContext context) {
      return new NumberFieldMapper(
          name,
          new OpaqueFieldType(buildFullName(context), TYPE, true, meta.getValue()),
          multiFieldsBuilder.build(this, context),
          copyTo.build());
    }
  }

  @Override
  protected void parseCreateField(ParseContext context) throws IOException {
    Token token = context.parser().currentToken();
    if (token == Token.VALUE_NULL) {
      return;
    }
    if (!token.isValue()) {
      throw new IllegalArgumentException("field [" + name() + "] holds one number, got " + token);
    }
    double value = context.parser().doubleValue();
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("field [" + name() + "] is " + value);
    }
    context.doc().add(new NumericDocValuesField(name(), Double.doubleToRawLongBits(value)));
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
