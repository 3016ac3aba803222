package dev.kindred.opensearch.mapper;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.core.xcontent.XContentParser.Token;
import org.opensearch.index.mapper.MappedFieldType;
import org.opensearch.index.mapper.ParametrizedFieldMapper;
import org.opensearch.index.mapper.ParseContext;

/**
 * {@code kindred_vector}: as many numbers as {@code dims}, compared by {@code similarity}. Models
 * need {@code max_inner_product}, the default.
 */
public final class VectorFieldMapper extends ParametrizedFieldMapper {
  public static final String TYPE = "kindred_vector";
  public static final TypeParser PARSER = new TypeParser((name, context) -> new Builder(name));

  private static final int MOST_DIMENSIONS = 1024;
  private static final Map<String, VectorSimilarityFunction> SIMILARITIES =
      new TreeMap<>(
          Map.of(
              "max_inner_product", VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT,
              "dot_product", VectorSimilarityFunction.DOT_PRODUCT,
              "cosine", VectorSimilarityFunction.COSINE,
              "l2", VectorSimilarityFunction.EUCLIDEAN));

  private final int dims;
  private final String similarity;

  private VectorFieldMapper(
      String name, MappedFieldType type, MultiFields multi, CopyTo copyTo, Builder builder) {
    super(name, type, multi, copyTo);
    this.dims = builder.dims.getValue();
    this.similarity = builder.similarity.getValue();
  }

  static final class Builder extends ParametrizedFieldMapper.Builder {
    private final Parameter<Integer> dims =
        Parameter.intParam("dims", false, mapper -> ((VectorFieldMapper) mapper).dims, 0)
            .setValidator(Builder::requireDims);
    private final Parameter<String> similarity =
        Parameter.restrictedStringParam(
            "similarity",
            false,
            mapper -> ((VectorFieldMapper) mapper).similarity,
            "max_inner_product",
            "dot_product",
            "cosine",
            "l2");
    private final Parameter<Map<String, String>> meta = Parameter.metaParam();

    Builder(String name) {
      super(name);
    }

    private static void requireDims(int dims) {
      if (dims < 1 || dims > MOST_DIMENSIONS) {
        throw new IllegalArgumentException(
            "[dims] of a kindred_vector must be 1 to " + MOST_DIMENSIONS + ", was " + dims);
      }
    }

    @Override
    protected List<Parameter<?>> getParameters() {
      return List.of(dims, similarity, meta);
    }

    @Override
    public VectorFieldMapper build(BuilderContext context) {
      return new VectorFieldMapper(
          name,
          new OpaqueFieldType(buildFullName(context), TYPE, false, meta.getValue()),
          multiFieldsBuilder.build(this, context),
          copyTo.build(),
          this);
    }
  }

  @Override
  protected void parseCreateField(ParseContext context) throws IOException {
    XContentParser parser = context.parser();
    if (parser.currentToken() == Token.VALUE_NULL) {
      return;
    }
    if (parser.currentToken() != Token.START_ARRAY) {
      throw new IllegalArgumentException(
          "field [" + name() + "] holds " + dims + " numbers, got " + parser.currentToken());
    }
    context
        .doc()
        .add(new KnnFloatVectorField(name(), vector(parser), SIMILARITIES.get(similarity)));
  }

  private float[] vector(XContentParser parser) throws IOException {
    float[] vector = new float[dims];
    int count = 0;
    while (parser.nextToken() != Token.END_ARRAY) {
      float value = parser.floatValue();
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "field [%s][%d] is %s", name(), count, value));
      }
      if (count < dims) {
        vector[count] = value;
      }
      count++;
    }
    if (count != dims) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "field [%s] has %d numbers, its dims are %d", name(), count, dims));
    }
    return vector;
  }

  @Override
  public boolean parsesArrayValue() {
    return true;
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
