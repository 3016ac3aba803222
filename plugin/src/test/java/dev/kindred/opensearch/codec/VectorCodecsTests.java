package dev.kindred.opensearch.codec;

import dev.kindred.opensearch.KindredPlugin;
import dev.kindred.opensearch.mapper.VectorOptions;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReaderContext;
import org.opensearch.common.settings.Settings;
import org.opensearch.index.IndexService;
import org.opensearch.index.codec.CodecServiceConfig;
import org.opensearch.index.engine.Engine;
import org.opensearch.indices.IndicesService;
import org.opensearch.plugins.Plugin;
import org.opensearch.test.OpenSearchSingleNodeTestCase;

/** What a node of the engine writes for a vector, and that it is asked alike. */
public class VectorCodecsTests extends OpenSearchSingleNodeTestCase {
  private static final String FORMAT = PerFieldKnnVectorsFormat.PER_FIELD_FORMAT_KEY;

  @Override
  protected Collection<Class<? extends Plugin>> getPlugins() {
    return List.of(KindredPlugin.class);
  }

  private static Settings codec(String name) {
    return Settings.builder()
        .put("index.number_of_shards", 1)
        .put("index.codec", name)
        .put(VectorOptions.CODEC.getKey(), true)
        .build();
  }

  private static String vector(String options) {
    return "{\"type\": \"kindred_vector\", \"dims\": 8" + options + "}";
  }

  private IndexService index(String name, Settings settings) throws IOException {
    client()
        .admin()
        .indices()
        .prepareCreate(name)
        .setSettings(settings)
        .setMapping(
            "{\"properties\": {\"plain\": "
                + vector("")
                + ", \"wide\": "
                + vector(", \"m\": 32, \"ef_construction\": 50")
                + ", \"bytes\": "
                + vector(", \"quantization\": \"int8\"")
                + ", \"nibbles\": "
                + vector(", \"quantization\": \"int4\"")
                + ", \"bits\": "
                + vector(", \"quantization\": \"bit\"")
                + "}}")
        .get();
    for (int i = 0; i < 40; i++) {
      float[] numbers = new float[8];
      for (int j = 0; j < numbers.length; j++) {
        numbers[j] = randomFloat() - 0.5f;
      }
      Map<String, Object> source = new TreeMap<>();
      List.of("plain", "wide", "bytes", "nibbles", "bits").forEach(f -> source.put(f, numbers));
      client().prepareIndex(name).setId("d" + i).setSource(source).get();
      if (i == 20) {
        client().admin().indices().prepareRefresh(name).get();
      }
    }
    client().admin().indices().prepareRefresh(name).get();
    client().admin().indices().prepareForceMerge(name).setMaxNumSegments(1).setFlush(true).get();
    return getInstanceFromNode(IndicesService.class).indexServiceSafe(resolveIndex(name));
  }

  private static Map<String, String> formats(IndexService index) {
    Map<String, String> formats = new TreeMap<>();
    try (Engine.Searcher searcher = index.getShard(0).acquireSearcher("test")) {
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        for (FieldInfo field : leaf.reader().getFieldInfos()) {
          if (field.hasVectorValues()) {
            formats.put(field.name, field.getAttribute(FORMAT));
          }
        }
      }
    }
    return formats;
  }

  public void testEachFieldIsWrittenAsItsMappingSays() throws IOException {
    for (String codec : List.of("default", "best_compression")) {
      Map<String, String> formats = formats(index(codec, codec(codec)));
      assertEquals("Lucene99HnswVectorsFormat", formats.get("plain"));
      assertEquals("Lucene99HnswVectorsFormat", formats.get("wide"));
      for (String field : List.of("bytes", "nibbles", "bits")) {
        assertEquals(Lucene104HnswScalarQuantizedVectorsFormat.NAME, formats.get(field));
      }
    }
  }

  /** The name is of all three; what a field is written by, the format's own words tell. */
  public void testOptionsReachTheFormat() throws IOException {
    IndexService index = index("words", codec("default"));
    CodecServiceConfig config =
        new CodecServiceConfig(index.getIndexSettings(), index.mapperService(), logger, List.of());
    Lucene104Codec codec =
        (Lucene104Codec)
            VectorCodecs.of(index.getIndexSettings())
                .orElseThrow()
                .createCodecService(config)
                .codec("default");
    Map<String, List<String>> words =
        Map.of(
            "plain", List.of("maxConn=16", "beamWidth=100"),
            "wide", List.of("maxConn=32", "beamWidth=50"),
            "bytes", List.of("maxConn=16", "UNSIGNED_BYTE"),
            "nibbles", List.of("maxConn=16", "PACKED_NIBBLE"),
            "bits", List.of("maxConn=16", "SINGLE_BIT_QUERY_NIBBLE"));
    words.forEach(
        (field, expected) -> {
          String format = codec.getKnnVectorsFormatForField(field).toString();
          expected.forEach(word -> assertTrue(field + ": " + format, format.contains(word)));
        });
  }

  public void testOtherCodecsAreRefused() {
    Exception problem =
        expectThrows(IllegalArgumentException.class, () -> index("other", codec("lucene_default")));
    assertTrue(problem.getMessage(), problem.getMessage().contains("index.kindred.codec"));
  }

  public void testIndexesThatDoNotAskKeepTheEnginesCodec() throws IOException {
    IndexService plain = createIndex("plain");
    assertTrue(VectorCodecs.of(plain.getIndexSettings()).isEmpty());
  }
}
