package dev.kindred.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.kindred.data.Item;
import dev.kindred.internal.registry.Polymorphic;
import dev.kindred.internal.text.Analyzers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.search.Query;

/**
 * What the fields of items mean. Fields it does not name are kept for display and are neither
 * searchable nor filterable. Immutable and thread-safe; as JSON, one key a component.
 *
 * @param text full-text fields, the title first: it counts twice
 * @param keywords fields compared as they are, and searchable as words with less weight
 * @param numbers fields compared as doubles
 * @param time when an item appeared; null for none
 * @param domain the field that tells domains apart, compared as a keyword; null for none
 * @param vectors dimension of the vectors that items bring along, by field
 * @param analyzer how text becomes words, such as {@code english}
 */
public record Schema(
    List<String> text,
    List<String> keywords,
    List<String> numbers,
    String time,
    String domain,
    Map<String, Integer> vectors,
    String analyzer) {

  /** The item's id, as an indexed term and as a binary doc value. */
  public static final String ID = "_id";

  /** The item's fields as stored JSON. */
  public static final String ITEM = "_item";

  /** A long doc value that orders items of equal score. */
  public static final String TIE = "_tie";

  /** Where fields written by models start. */
  public static final String MODEL = "model.";

  private static final int MAX_DIMENSIONS = 1024;

  /**
   * @throws IllegalArgumentException for a reserved or repeated field name, an unknown analyzer or
   *     an impossible dimension
   */
  public Schema {
    text = text == null ? List.of() : List.copyOf(text);
    keywords = keywords == null ? List.of() : List.copyOf(keywords);
    numbers = numbers == null ? List.of() : List.copyOf(numbers);
    vectors = Collections.unmodifiableMap(new TreeMap<>(vectors == null ? Map.of() : vectors));
    analyzer = analyzer == null ? "english" : analyzer;
    time = time == null || time.isEmpty() ? null : time;
    domain = domain == null || domain.isEmpty() ? null : domain;
    Analyzers.get(analyzer);
    vectors.forEach(Schema::requireDimension);
    new FieldNames(text, keywords, numbers, time, domain, vectors.keySet()).require();
  }

  private static void requireDimension(String field, int dimension) {
    if (dimension < 1 || dimension > MAX_DIMENSIONS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "vector field '%s' has %d dimensions; expected 1 to %d",
              field,
              dimension,
              MAX_DIMENSIONS));
    }
  }

  /** Every item field the schema gives a meaning. */
  public Set<String> fieldNames() {
    return new FieldNames(text, keywords, numbers, time, domain, vectors.keySet()).all();
  }

  /** The keyword fields and the domain field. */
  Set<String> exact() {
    Set<String> fields = new LinkedHashSet<>(keywords);
    if (domain != null) {
      fields.add(domain);
    }
    return fields;
  }

  /** The indexed field that holds the words of a keyword field. */
  public static String words(String keyword) {
    return keyword + ".text";
  }

  /**
   * An item's time in milliseconds since the epoch; null when it has none.
   *
   * @throws IllegalArgumentException when it has one that is no time
   */
  public Long millis(Item item) {
    return time == null ? null : Values.time(item, time);
  }

  /** The value of {@link #TIE} for that item: the same in every index, for ever. */
  public static long tie(String itemId) {
    return TieHash.of(itemId);
  }

  /**
   * What was typed as a query on every searchable field: an item scores as its best field, plus a
   * little for each other one. Null when no word is left after analysis.
   */
  public Query textQuery(String typed) {
    return new TextQuery(this).parse(typed);
  }

  /** SHA-256 of the schema's JSON, in hex. */
  public String digest() {
    return Digests.sha256(json().getBytes(StandardCharsets.UTF_8));
  }

  String json() {
    try {
      return Polymorphic.json().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when the file is not a schema, naming it
   */
  public static Schema read(Path file) throws IOException {
    try {
      return Polymorphic.json().readValue(Files.readString(file), Schema.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(file + ": not a schema: " + e.getOriginalMessage(), e);
    }
  }

  /** Writes the schema as JSON. */
  public void write(Path file) throws IOException {
    Files.writeString(file, json());
  }
}
