package dev.kindred.opensearch.mapper;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.store.Directory;
import org.opensearch.ExceptionsHelper;
import org.opensearch.core.xcontent.XContentBuilder;
import org.opensearch.index.mapper.DocumentMapper;
import org.opensearch.index.mapper.MappedFieldType;
import org.opensearch.index.mapper.MapperParsingException;
import org.opensearch.index.mapper.MapperService;
import org.opensearch.index.mapper.ParseContext;

public class SparseFieldMapperTests extends ModelFieldMapperTestCase {
  @Override
  protected void minimalMapping(XContentBuilder json) throws IOException {
    json.field("type", SparseFieldMapper.TYPE);
  }

  @Override
  protected void writeFieldValue(XContentBuilder json) throws IOException {
    json.startObject().startObject("terms").field("+a", 3).field("-b", 1 << 20).endObject();
    json.field("norm", 4.25).endObject();
  }

  @Override
  protected void registerParameters(ParameterChecker checker) throws IOException {
    checker.registerConflictCheck("lengths", json -> json.field("lengths", true));
  }

  private void below(XContentBuilder json) throws IOException {
    minimalMapping(json);
    json.startObject("fields").startObject("low");
    json.field("type", VectorFieldMapper.TYPE).field("dims", 2).endObject().endObject();
  }

  private static Map<String, Integer> terms(IndexableField field) throws IOException {
    Map<String, Integer> terms = new TreeMap<>();
    try (TokenStream tokens = field.tokenStream(null, null)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      TermFrequencyAttribute frequency = tokens.addAttribute(TermFrequencyAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        terms.put(term.toString(), frequency.getTermFrequency());
      }
      tokens.end();
    }
    return terms;
  }

  public void testWeightsAreFrequencies() throws IOException {
    DocumentMapper mapper = createDocumentMapper(fieldMapping(this::minimalMapping));
    ParseContext.Document document = mapper.parse(source(this::writeField)).rootDoc();
    assertEquals(Map.of("+a", 3, "-b", 1 << 20), terms(document.getField("field")));
    long norm = document.getField("field.norm").numericValue().longValue();
    assertEquals(4.25, Double.longBitsToDouble(norm), 0);
  }

  /** A field without norms and doc values, of which Lucene keeps no list of documents. */
  @Override
  protected void assertExistsQuery(
      MappedFieldType type, Query query, ParseContext.Document document) {
    assertEquals(TermRangeQuery.newStringRange("field", null, null, true, true), query);
    assertNoFieldNamesField(document);
  }

  public void testDocumentsThatHaveTermsExist() throws IOException {
    MapperService mapper = createMapperService(fieldMapping(this::minimalMapping));
    Query exists = mapper.fieldType("field").existsQuery(createQueryShardContext(mapper));
    try (Directory directory = newDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (String value : List.of("{\"terms\": {\"+a\": 3}}", "{\"terms\": {}}", "null")) {
        String source = "{\"field\": " + value + "}";
        writer.addDocument(mapper.documentMapper().parse(source(source)).rootDoc());
      }
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        assertEquals(1, new IndexSearcher(reader).count(exists));
      }
    }
  }

  public void testATermCanBeLookedFor() throws IOException {
    MapperService mapper = createMapperService(fieldMapping(this::minimalMapping));
    Query query = mapper.fieldType("field").termQuery("+a", createQueryShardContext(mapper));
    assertEquals(new TermQuery(new Term("field", "+a")), query);
  }

  public void testAFieldBelowHasAKeyOfItsOwn() throws IOException {
    MapperService mapper = createMapperService(fieldMapping(this::below));
    assertEquals(VectorFieldMapper.TYPE, mapper.fieldType("field.low").typeName());
    String value = "{\"field\": {\"low\": [1, -2], \"terms\": {\"+a\": 3}}}";
    ParseContext.Document document = mapper.documentMapper().parse(source(value)).rootDoc();
    assertEquals(Map.of("+a", 3), terms(document.getField("field")));
    KnnFloatVectorField low = (KnnFloatVectorField) document.getField("field.low");
    assertArrayEquals(new float[] {1, -2}, low.vectorValue(), 0);
    assertEquals(1, document.getFields("field.low").length);
  }

  public void testWhatDoesNotFitIsRefusedWithAReason() throws IOException {
    DocumentMapper mapper = createDocumentMapper(fieldMapping(this::below));
    Map<String, String> wrong =
        Map.of(
            "[0.1, 0.2]", "a vector is mapped before its first document",
            "7", "expected {\"terms\": {…}}",
            "{\"words\": {}}", "unknown key words; known keys: [low, norm, terms]",
            "{\"terms\": []}", "terms must be an object",
            "{\"terms\": {\"+a\": 0}}", "term +a has frequency 0, at least 1",
            "{\"terms\": {\"+a\": 1.9}}", "1.9 cannot be converted to Integer",
            "{\"terms\": {\"+a\": 2147483647, \"+b\": 1}}", "more than 2147483647",
            "{\"norm\": 0}", "norm must be positive",
            "{\"low\": [1]}", "has 1 numbers, its dims are 2",
            "{\"low\": {\"values\": [1, 2]}}", "holds 2 numbers, got START_OBJECT");
    wrong.forEach(
        (value, reason) -> {
          Exception problem =
              expectThrows(
                  MapperParsingException.class,
                  () -> mapper.parse(source("{\"field\": " + value + "}")));
          String said = ExceptionsHelper.stackTrace(problem);
          assertTrue(value + said, said.contains(reason));
        });
  }
}
