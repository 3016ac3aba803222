package dev.kindred.opensearch.mapper;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.core.xcontent.XContentParser.Token;
import org.opensearch.index.mapper.FieldMapper;
import org.opensearch.index.mapper.MappedFieldType;
import org.opensearch.index.mapper.Mapper;
import org.opensearch.index.mapper.MapperParsingException;
import org.opensearch.index.mapper.ParametrizedFieldMapper;
import org.opensearch.index.mapper.ParseContext;

/**
 * A field that a model writes. A model may write another field below it, as {@code model.gfcf.low}
 * beside {@code model.gfcf}: in the mapping that is one of its {@code fields}, and in a document
 * its value is an object in which each has a key.
 */
abstract class ModelFieldMapper extends ParametrizedFieldMapper {
  /** The key of a field's own numbers beside those of the fields below it. */
  private static final String VALUES = "values";

  ModelFieldMapper(String name, MappedFieldType type, MultiFields multi, CopyTo copyTo) {
    super(name, type, multi, copyTo);
  }

  /**
   * The engine would give each field below the whole value once more; here each has read its own.
   */
  @Override
  public final void parse(ParseContext context) throws IOException {
    try {
      parseCreateField(context);
    } catch (IOException | RuntimeException e) {
      throw new MapperParsingException(
          "failed to parse field [{}] of type [{}] in document with id '{}'",
          e,
          name(),
          contentType(),
          context.sourceToParse().id());
    }
  }

  /** So that an array is refused as what it is, not number by number. */
  @Override
  public final boolean parsesArrayValue() {
    return true;
  }

  /** Reads the numbers, if there are any: an array, or an object that has them as a key. */
  final void readNumbers(ParseContext context, int dims, Consumer<float[]> sink)
      throws IOException {
    XContentParser parser = context.parser();
    if (parser.currentToken() == Token.START_OBJECT && iterator().hasNext()) {
      while (parser.nextToken() != Token.END_OBJECT) {
        String key = parser.currentName();
        parser.nextToken();
        if (key.equals(VALUES)) {
          sink.accept(Numbers.read(name(), parser, dims));
        } else {
          readBelow(key, Set.of(VALUES), context);
        }
      }
    } else if (parser.currentToken() != Token.VALUE_NULL) {
      sink.accept(Numbers.read(name(), parser, dims));
    }
  }

  /**
   * Reads the value of a key that is none of this field's own.
   *
   * @throws IllegalArgumentException naming the known keys when there is no such field below
   */
  final void readBelow(String key, Set<String> own, ParseContext context) throws IOException {
    Set<String> known = new TreeSet<>(own);
    for (Mapper field : this) {
      if (field.simpleName().equals(key)) {
        ((FieldMapper) field).parse(context);
        return;
      }
      known.add(field.simpleName());
    }
    throw problem("unknown key " + key + "; known keys: " + known);
  }

  /** An error about the field's value. */
  final IllegalArgumentException problem(String what) {
    return new IllegalArgumentException(
        "field [" + name() + "] of type " + contentType() + ": " + what);
  }
}
