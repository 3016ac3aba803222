package dev.kindred.opensearch.codec;

import dev.kindred.opensearch.mapper.VectorOptions;
import java.util.Optional;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.lucene104.Lucene104Codec.Mode;
import org.opensearch.index.IndexSettings;
import org.opensearch.index.codec.CodecService;
import org.opensearch.index.codec.CodecServiceConfig;
import org.opensearch.index.codec.CodecServiceFactory;
import org.opensearch.index.mapper.MapperService;

/**
 * The engine's codecs, in which each {@code kindred_vector} is written as its mapping says. Only
 * for indexes with the setting {@link VectorOptions#CODEC}, which sees to it that the codec is one
 * of the engine's: one plugin alone may bring the codecs of an index, and others want to.
 */
public final class VectorCodecs extends CodecService {
  private final MapperService mappers;
  private final CodecServiceConfig config;

  private VectorCodecs(CodecServiceConfig config) {
    super(
        config.getMapperService(),
        config.getIndexSettings(),
        config.getLogger(),
        config.getAdditionalCodecs());
    this.config = config;
    this.mappers = config.getMapperService();
  }

  /** For an index that asks for it. */
  public static Optional<CodecServiceFactory> of(IndexSettings settings) {
    return VectorOptions.CODEC.get(settings.getSettings())
        ? Optional.of(VectorCodecs::new)
        : Optional.empty();
  }

  @Override
  public Codec codec(String name) {
    boolean fast = name.equals(DEFAULT_CODEC) || name.equals(LZ4);
    // The engine asks without mappers too, to open what another codec has written.
    return mappers == null
        ? super.codec(name)
        : new VectorCodec(
            fast ? Mode.BEST_SPEED : Mode.BEST_COMPRESSION, mappers, config.getLogger());
  }
}
