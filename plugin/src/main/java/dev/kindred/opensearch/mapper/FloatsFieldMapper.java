package dev.kindred.opensearch.mapper;

import dev.kindred.internal.vector.FloatsField;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.opensearch.index.mapper.MappedFieldType;
import org.opensearch.index.mapper.ParametrizedFieldMapper;
import org.opensearch.index.mapper.ParseContext;

/**
 * {@code kindred_floats}: as many numbers as {@code dims}, which a network reads and nobody
 * searches for the nearest of.
 */
public final class FloatsFieldMapper extends ModelFieldMapper {
  public static final String TYPE = "kindred_floats";
  public static final TypeParser PARSER = new TypeParser((name, context) -> new Builder(name));

  private static final int MOST = 8192;

  private final int dims;

  private FloatsFieldMapper(
      String name, MappedFieldType type, MultiFields multi, CopyTo copyTo, int dims) {
    super(name, type, multi, copyTo);
    this.dims = dims;
  }

  static final class Builder extends ParametrizedFieldMapper.Builder {
    private final Parameter<Integer> dims =
        Parameter.intParam("dims", false, mapper -> ((FloatsFieldMapper) mapper).dims, 0)
            .setValidator(value -> Numbers.requireRange(TYPE, "dims", value, 1, MOST));
    private final Parameter<Map<String, String>> meta = Parameter.metaParam();

    Builder(String name) {
      super(name);
    }

    @Override
    protected List<Parameter<?>> getParameters() {
      return List.of(dims, meta);
    }

    @Override
    public FloatsFieldMapper build(BuilderContext context) {
      return new FloatsFieldMapper(
          name,
          new OpaqueFieldType(buildFullName(context), TYPE, true, meta.getValue()),
          multiFieldsBuilder.build(this, context),
          copyTo.build(),
          dims.getValue());
    }
  }

  @Override
  protected void parseCreateField(ParseContext context) throws IOException {
    readNumbers(context, dims, numbers -> context.doc().add(FloatsField.of(name(), numbers)));
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
