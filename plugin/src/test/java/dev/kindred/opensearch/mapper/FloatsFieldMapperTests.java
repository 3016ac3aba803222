package dev.kindred.opensearch.mapper;

import dev.kindred.internal.vector.FloatsField;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.IndexableField;
import org.opensearch.core.xcontent.XContentBuilder;
import org.opensearch.index.mapper.DocumentMapper;
import org.opensearch.index.mapper.MapperParsingException;
import org.opensearch.index.mapper.ParseContext;

public class FloatsFieldMapperTests extends ModelFieldMapperTestCase {
  @Override
  protected void minimalMapping(XContentBuilder json) throws IOException {
    json.field("type", FloatsFieldMapper.TYPE).field("dims", 3);
  }

  @Override
  protected void writeFieldValue(XContentBuilder json) throws IOException {
    json.value(new float[] {0.1f, -2, 3e-7f});
  }

  @Override
  protected void registerParameters(ParameterChecker checker) throws IOException {
    checker.registerConflictCheck(
        "dims",
        fieldMapping(this::minimalMapping),
        fieldMapping(json -> json.field("type", FloatsFieldMapper.TYPE).field("dims", 4)));
  }

  public void testNumbersAreKeptToTheLastBit() throws IOException {
    DocumentMapper mapper = createDocumentMapper(fieldMapping(this::minimalMapping));
    IndexableField field = mapper.parse(source(this::writeField)).rootDoc().getFields("field")[0];
    assertEquals(DocValuesType.BINARY, field.fieldType().docValuesType());
    float[] numbers = new float[3];
    FloatsField.read("field", field.binaryValue(), numbers);
    assertArrayEquals(new float[] {0.1f, -2, 3e-7f}, numbers, 0);
  }

  /** As wide and deep models write: an array of their own and an item's features below it. */
  public void testNumbersBesideAFieldBelowAreOneOfItsKeys() throws IOException {
    DocumentMapper mapper =
        createDocumentMapper(
            fieldMapping(
                json -> {
                  minimalMapping(json);
                  json.startObject("fields").startObject("wide");
                  json.field("type", SparseFieldMapper.TYPE).endObject().endObject();
                }));
    String value = "{\"field\": {\"values\": [1, 2, 3], \"wide\": {\"terms\": {\"+a\": 1}}}}";
    ParseContext.Document document = mapper.parse(source(value)).rootDoc();
    float[] numbers = new float[3];
    FloatsField.read("field", document.getField("field").binaryValue(), numbers);
    assertArrayEquals(new float[] {1, 2, 3}, numbers, 0);
    assertEquals(1, document.getFields("field.wide").length);
    Exception unknown =
        expectThrows(
            MapperParsingException.class,
            () -> mapper.parse(source("{\"field\": {\"deep\": [1]}}")));
    String said = String.valueOf(unknown.getCause());
    assertTrue(said, said.contains("unknown key deep; known keys: [values, wide]"));
  }

  public void testWrongNumbersAreRefused() throws IOException {
    DocumentMapper mapper = createDocumentMapper(fieldMapping(this::minimalMapping));
    for (String value : List.of("[1, 2]", "[1, 2, 3, 4]", "{}", "7", "[1, 2, \"x\"]")) {
      expectThrows(
          MapperParsingException.class, () -> mapper.parse(source("{\"field\": " + value + "}")));
    }
    Exception problem =
        expectThrows(
            MapperParsingException.class,
            () ->
                createMapperService(
                    fieldMapping(
                        json -> json.field("type", FloatsFieldMapper.TYPE).field("dims", 8193))));
    assertTrue(problem.getMessage(), problem.getMessage().contains("1 to 8192"));
  }
}
