package dev.kindred.opensearch.codec;

import dev.kindred.opensearch.mapper.VectorFieldMapper;
import org.apache.logging.log4j.Logger;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.opensearch.index.codec.PerFieldMappingPostingFormatCodec;
import org.opensearch.index.mapper.MapperService;

/**
 * The engine's codec but for vectors. Segments bear the engine's own codec's name, and each field
 * the name of a format of Lucene's, so that every node can read them.
 */
final class VectorCodec extends PerFieldMappingPostingFormatCodec {
  private final MapperService mappers;

  VectorCodec(Mode mode, MapperService mappers, Logger logger) {
    super(mode, mappers, logger);
    this.mappers = mappers;
  }

  @Override
  public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
    return VectorFieldMapper.options(mappers.fieldType(field))
        .map(options -> options.format())
        .orElseGet(() -> super.getKnnVectorsFormatForField(field));
  }
}
