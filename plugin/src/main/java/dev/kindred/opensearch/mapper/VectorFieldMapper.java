package dev.kindred.opensearch.mapper;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.opensearch.index.mapper.FieldMapper;
import org.opensearch.index.mapper.MappedFieldType;
import org.opensearch.index.mapper.ParametrizedFieldMapper;
import org.opensearch.index.mapper.ParseContext;

/**
 * {@code kindred_vector}: as many numbers as {@code dims}, compared by {@code similarity}. Models
 * need {@code max_inner_product}, the default. {@code m}, {@code ef_construction} and {@code
 * quantization} say how an index with the setting {@code index.kindred.codec} keeps them; changed,
 * they hold for segments written from then on.
 */
public final class VectorFieldMapper extends ModelFieldMapper {
  public static final String TYPE = "kindred_vector";
  public static final TypeParser PARSER =
      new TypeParser(
          (name, context) -> new Builder(name, VectorOptions.CODEC.get(context.getSettings())));

  private static final int MOST_DIMENSIONS = 1024;
  private static final Map<String, VectorSimilarityFunction> SIMILARITIES =
      new TreeMap<>(
          Map.of(
              "max_inner_product", VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT,
              "dot_product", VectorSimilarityFunction.DOT_PRODUCT,
              "cosine", VectorSimilarityFunction.COSINE,
              "l2", VectorSimilarityFunction.EUCLIDEAN));

  private static final int LEAST_NEIGHBOURS = 2;

  /** How far the square of a length of 1 may be off, by the rounding of floats. */
  private static final double UNIT = 1e-3;

  private final int dims;
  private final String similarity;
  private final VectorOptions options;

  private VectorFieldMapper(
      String name, VectorFieldType type, MultiFields multi, CopyTo copyTo, Builder builder) {
    super(name, type, multi, copyTo);
    this.dims = builder.dims.getValue();
    this.similarity = builder.similarity.getValue();
    this.options = type.options;
  }

  /**
   * How the field's vectors are kept; empty when it has none of this type.
   *
   * @param type null for an unknown field
   */
  public static Optional<VectorOptions> options(MappedFieldType type) {
    return type instanceof VectorFieldType vector ? Optional.of(vector.options) : Optional.empty();
  }

  private static VectorOptions options(FieldMapper mapper) {
    return ((VectorFieldMapper) mapper).options;
  }

  private static final class VectorFieldType extends OpaqueFieldType {
    private final VectorOptions options;

    VectorFieldType(String name, Map<String, String> meta, VectorOptions options) {
      super(name, TYPE, false, meta);
      this.options = options;
    }
  }

  static final class Builder extends ParametrizedFieldMapper.Builder {
    private final Parameter<Integer> dims =
        Parameter.intParam("dims", false, mapper -> ((VectorFieldMapper) mapper).dims, 0)
            .setValidator(value -> require("dims", value, 1, MOST_DIMENSIONS));
    private final Parameter<String> similarity =
        Parameter.restrictedStringParam(
            "similarity",
            false,
            mapper -> ((VectorFieldMapper) mapper).similarity,
            "max_inner_product",
            "dot_product",
            "cosine",
            "l2");
    private final Parameter<Integer> m =
        Parameter.intParam("m", true, mapper -> options(mapper).m(), VectorOptions.DEFAULT.m())
            .setValidator(
                value ->
                    require(
                        "m", value, LEAST_NEIGHBOURS, Lucene99HnswVectorsFormat.MAXIMUM_MAX_CONN));
    private final Parameter<Integer> construction =
        Parameter.intParam(
                "ef_construction",
                true,
                mapper -> options(mapper).construction(),
                VectorOptions.DEFAULT.construction())
            .setValidator(
                value ->
                    require(
                        "ef_construction", value, 1, Lucene99HnswVectorsFormat.MAXIMUM_BEAM_WIDTH));
    private final Parameter<String> quantization =
        Parameter.restrictedStringParam(
            "quantization",
            true,
            mapper -> options(mapper).quantization(),
            VectorOptions.NONE,
            "int8",
            "int4",
            "bit");
    private final Parameter<Map<String, String>> meta = Parameter.metaParam();

    private final boolean codec;

    /**
     * @param codec whether the index writes vectors by their options
     */
    Builder(String name, boolean codec) {
      super(name);
      this.codec = codec;
    }

    private static void require(String parameter, int value, int least, int most) {
      Numbers.requireRange(TYPE, parameter, value, least, most);
    }

    @Override
    protected List<Parameter<?>> getParameters() {
      return List.of(dims, similarity, m, construction, quantization, meta);
    }

    @Override
    public VectorFieldMapper build(BuilderContext context) {
      VectorOptions options =
          new VectorOptions(m.getValue(), construction.getValue(), quantization.getValue());
      options.require(name, codec);
      return new VectorFieldMapper(
          name,
          new VectorFieldType(buildFullName(context), meta.getValue(), options),
          multiFieldsBuilder.build(this, context),
          copyTo.build(),
          this);
    }
  }

  @Override
  protected void parseCreateField(ParseContext context) throws IOException {
    VectorSimilarityFunction compared = SIMILARITIES.get(similarity);
    readNumbers(
        context,
        dims,
        vector -> {
          requireComparable(vector, compared);
          context.doc().add(new KnnFloatVectorField(name(), vector, compared));
        });
  }

  /** As Lucene trusts them to be: else its scores are no numbers, or negative. */
  private void requireComparable(float[] vector, VectorSimilarityFunction compared) {
    double square = 0;
    for (float number : vector) {
      square += (double) number * number;
    }
    if (compared == VectorSimilarityFunction.COSINE && square == 0) {
      throw problem("all numbers are 0, which cosine compares with nothing");
    }
    if (compared == VectorSimilarityFunction.DOT_PRODUCT && Math.abs(square - 1) > UNIT) {
      throw problem(
          "the vector's length is "
              + Math.sqrt(square)
              + ", expected 1 for dot_product; scale it, or map the field as max_inner_product");
    }
  }

  @Override
  public ParametrizedFieldMapper.Builder getMergeBuilder() {
    // What it is merged with was parsed with the index's settings, which are not at hand here.
    return new Builder(simpleName(), true).init(this);
  }

  @Override
  protected String contentType() {
    return TYPE;
  }
}
