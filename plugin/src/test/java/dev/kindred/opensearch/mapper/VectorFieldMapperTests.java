package dev.kindred.opensearch.mapper;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.opensearch.common.settings.Settings;
import org.opensearch.core.xcontent.XContentBuilder;
import org.opensearch.index.mapper.DocumentMapper;
import org.opensearch.index.mapper.MappedFieldType;
import org.opensearch.index.mapper.MapperParsingException;
import org.opensearch.index.mapper.MapperService;

public class VectorFieldMapperTests extends ModelFieldMapperTestCase {
  @Override
  protected Settings getIndexSettings() {
    return Settings.builder().put(SETTINGS).put(VectorOptions.CODEC.getKey(), true).build();
  }

  @Override
  protected void minimalMapping(XContentBuilder json) throws IOException {
    json.field("type", VectorFieldMapper.TYPE).field("dims", 3);
  }

  @Override
  protected void writeFieldValue(XContentBuilder json) throws IOException {
    json.value(new float[] {1, 2, 3});
  }

  @Override
  protected void registerParameters(ParameterChecker checker) throws IOException {
    checker.registerConflictCheck(
        "dims",
        fieldMapping(this::minimalMapping),
        fieldMapping(json -> json.field("type", VectorFieldMapper.TYPE).field("dims", 4)));
    checker.registerConflictCheck("similarity", json -> json.field("similarity", "cosine"));
    checker.registerUpdateCheck(
        json -> json.field("m", 32), mapper -> assertEquals(32, options(mapper.fieldType()).m()));
    checker.registerUpdateCheck(
        json -> json.field("ef_construction", 200),
        mapper -> assertEquals(200, options(mapper.fieldType()).construction()));
    checker.registerUpdateCheck(
        json -> json.field("quantization", "int4"),
        mapper -> assertEquals("int4", options(mapper.fieldType()).quantization()));
  }

  private static VectorOptions options(MappedFieldType type) {
    return VectorFieldMapper.options(type).orElseThrow();
  }

  private MapperService mapped(String parameter, Object value) throws IOException {
    return createMapperService(
        fieldMapping(
            json -> {
              json.field("type", VectorFieldMapper.TYPE);
              if (!parameter.equals("dims")) {
                json.field("dims", 3);
              }
              json.field(parameter, value);
            }));
  }

  public void testNumbersAreKept() throws IOException {
    DocumentMapper mapper = createDocumentMapper(fieldMapping(this::minimalMapping));
    IndexableField[] fields = mapper.parse(source(this::writeField)).rootDoc().getFields("field");
    assertEquals(1, fields.length);
    KnnFloatVectorField field = (KnnFloatVectorField) fields[0];
    assertArrayEquals(new float[] {1, 2, 3}, field.vectorValue(), 0);
    assertEquals(
        VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT,
        field.fieldType().vectorSimilarityFunction());
  }

  public void testWrongVectorsAreRefusedWithAReason() throws IOException {
    DocumentMapper mapper = createDocumentMapper(fieldMapping(this::minimalMapping));
    List<String> wrong = List.of("[1, 2]", "[1, 2, 3, 4]", "{}", "\"1,2,3\"", "[1, 2, \"x\"]");
    for (String value : wrong) {
      Exception problem =
          expectThrows(
              MapperParsingException.class,
              () -> mapper.parse(source("{\"field\": " + value + "}")));
      assertTrue(value + problem, problem.toString().contains("field"));
    }
  }

  public void testVectorsThatCannotBeComparedAreRefused() throws IOException {
    Object[][] wrong = {
      {"cosine", "[0, 0, -0.0]", "all numbers are 0"},
      {"dot_product", "[1, 0, 0.1]", "length is 1.00498"},
      {"dot_product", "[0, 0, 0]", "length is 0.0"}
    };
    for (Object[] one : wrong) {
      DocumentMapper mapper = mapped("similarity", one[0]).documentMapper();
      Exception problem =
          expectThrows(
              MapperParsingException.class,
              () -> mapper.parse(source("{\"field\": " + one[1] + "}")));
      assertTrue(problem.getCause().getMessage().contains(one[2].toString()));
    }
    for (String similarity : List.of("cosine", "dot_product", "l2", "max_inner_product")) {
      DocumentMapper mapper = mapped("similarity", similarity).documentMapper();
      assertNotNull(mapper.parse(source("{\"field\": [0.6, -0.8, 0]}")).rootDoc());
    }
    DocumentMapper any = mapped("similarity", "max_inner_product").documentMapper();
    assertNotNull(any.parse(source("{\"field\": [0, 0, 0]}")).rootDoc());
  }

  public void testOptionsAreBounded() {
    Object[][] wrong = {
      {"dims", 0},
      {"dims", 1025},
      {"m", 1},
      {"m", 513},
      {"ef_construction", 0},
      {"ef_construction", 3201},
      {"quantization", "int7"},
      {"similarity", "dot"},
      {"neighbours", 5}
    };
    for (Object[] pair : wrong) {
      String parameter = pair[0].toString();
      Exception problem =
          expectThrows(MapperParsingException.class, () -> mapped(parameter, pair[1]));
      assertTrue(problem.getMessage(), problem.getMessage().contains(parameter));
    }
  }

  public void testDimsMustBeGiven() {
    Exception problem =
        expectThrows(
            MapperParsingException.class,
            () -> createMapperService(fieldMapping(j -> j.field("type", VectorFieldMapper.TYPE))));
    assertTrue(problem.getMessage(), problem.getMessage().contains("dims"));
  }

  public void testOptionsNeedTheCodec() throws IOException {
    Exception problem =
        expectThrows(
            MapperParsingException.class,
            () ->
                createMapperService(
                    SETTINGS,
                    fieldMapping(
                        json -> {
                          minimalMapping(json);
                          json.field("m", 32);
                        })));
    assertTrue(problem.getMessage(), problem.getMessage().contains("index.kindred.codec"));
    MapperService plain = createMapperService(SETTINGS, fieldMapping(this::minimalMapping));
    assertEquals(
        Optional.of(VectorOptions.DEFAULT), VectorFieldMapper.options(plain.fieldType("field")));
  }
}
