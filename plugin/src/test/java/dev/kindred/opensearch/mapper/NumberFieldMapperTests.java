package dev.kindred.opensearch.mapper;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexableField;
import org.opensearch.core.xcontent.XContentBuilder;
import org.opensearch.index.mapper.DocumentMapper;
import org.opensearch.index.mapper.MapperParsingException;

public class NumberFieldMapperTests extends ModelFieldMapperTestCase {
  @Override
  protected void minimalMapping(XContentBuilder json) throws IOException {
    json.field("type", NumberFieldMapper.TYPE);
  }

  @Override
  protected void writeFieldValue(XContentBuilder json) throws IOException {
    json.value(-1234.5678901234567);
  }

  @Override
  protected void registerParameters(ParameterChecker checker) {
    // It has none that could be changed or must not be.
  }

  public void testTheNumberIsKeptToTheLastBit() throws IOException {
    DocumentMapper mapper = createDocumentMapper(fieldMapping(this::minimalMapping));
    IndexableField[] fields = mapper.parse(source(this::writeField)).rootDoc().getFields("field");
    assertEquals(1, fields.length);
    long bits = fields[0].numericValue().longValue();
    assertEquals(-1234.5678901234567, Double.longBitsToDouble(bits), 0);
  }

  public void testWhatIsNoNumberIsRefusedWithAReason() throws IOException {
    DocumentMapper mapper = createDocumentMapper(fieldMapping(this::minimalMapping));
    for (String value : List.of("[1, 2]", "[1]", "{}", "\"many\"", "true", "1e400")) {
      Exception problem =
          expectThrows(
              MapperParsingException.class,
              () -> mapper.parse(source("{\"field\": " + value + "}")));
      assertTrue(value + problem, problem.getMessage().contains("field [field]"));
    }
  }
}
