package dev.kindred.opensearch.mapper;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;
import org.opensearch.common.settings.Setting;
import org.opensearch.common.settings.Setting.Property;
import org.opensearch.index.codec.CodecService;
import org.opensearch.index.compositeindex.datacube.startree.StarTreeIndexSettings;
import org.opensearch.index.engine.EngineConfig;

/**
 * How the vectors of a field are kept: the graph through which they are searched (HNSW, Malkov and
 * Yashunin 2016) and how coarsely they are compared on the way. Scores are always of the vectors as
 * they were sent. Immutable.
 *
 * @param m neighbours of a vector in the graph: more find better and take more space
 * @param construction candidates looked at when a vector is put into the graph
 * @param quantization {@code none}, {@code int8}, {@code int4} or {@code bit}: bits a dimension
 *     that stay in memory for the walk, of 32
 */
public record VectorOptions(int m, int construction, String quantization) {
  /**
   * An index with this setting writes vectors by the options of its fields. It cannot have a codec
   * of another plugin, nor a star tree, which brings one.
   */
  public static final Setting<Boolean> CODEC =
      Setting.boolSetting(
          "index.kindred.codec", false, new Alone(), Property.IndexScope, Property.Final);

  static final String NONE = "none";

  /** What the engine's own codec does. */
  static final VectorOptions DEFAULT =
      new VectorOptions(
          Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN,
          Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH,
          NONE);

  private static final Map<String, ScalarEncoding> ENCODINGS =
      new TreeMap<>(
          Map.of(
              "int8", ScalarEncoding.UNSIGNED_BYTE,
              "int4", ScalarEncoding.PACKED_NIBBLE,
              "bit", ScalarEncoding.SINGLE_BIT_QUERY_NIBBLE));

  /**
   * That the index writes by these options.
   *
   * @param codec whether it has the setting {@link #CODEC}
   * @throws IllegalArgumentException naming the setting that it lacks
   */
  void require(String field, boolean codec) {
    if (!equals(DEFAULT) && !codec) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "field [%s] asks for m %d, ef_construction %d and quantization %s, which the engine's"
                  + " own codec cannot write; create the index with the setting \"%s\": true",
              field,
              m,
              construction,
              quantization,
              CODEC.getKey()));
    }
  }

  /** Lucene's format. */
  public KnnVectorsFormat format() {
    return quantization.equals(NONE)
        ? new Lucene99HnswVectorsFormat(m, construction)
        : new Lucene104HnswScalarQuantizedVectorsFormat(
            ENCODINGS.get(quantization), m, construction);
  }

  private static final class Alone implements Setting.Validator<Boolean> {
    private static final Set<String> OURS =
        Set.of(
            CodecService.DEFAULT_CODEC,
            CodecService.LZ4,
            CodecService.BEST_COMPRESSION_CODEC,
            CodecService.ZLIB);

    @Override
    public void validate(Boolean wanted) {
      // True and false are both in order, depending on the other settings.
    }

    @Override
    public void validate(Boolean wanted, Map<Setting<?>, Object> others) {
      Object codec = others.get(EngineConfig.INDEX_CODEC_SETTING);
      Object composite = others.get(StarTreeIndexSettings.IS_COMPOSITE_INDEX_SETTING);
      if (wanted && (!OURS.contains(codec) || Boolean.TRUE.equals(composite))) {
        throw new IllegalArgumentException(
            "[index.kindred.codec] goes with index.codec "
                + new TreeSet<>(OURS)
                + " and without a star tree, got index.codec "
                + codec
                + " and index.composite_index "
                + composite);
      }
    }

    @Override
    public Iterator<Setting<?>> settings() {
      List<Setting<?>> others =
          List.of(
              EngineConfig.INDEX_CODEC_SETTING, StarTreeIndexSettings.IS_COMPOSITE_INDEX_SETTING);
      return others.iterator();
    }
  }
}
