package dev.kindred.tools.push;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.data.Item;
import dev.kindred.index.Schema;
import dev.kindred.internal.registry.Polymorphic;
import dev.kindred.internal.vector.FloatsField;
import dev.kindred.model.ItemFields;
import dev.kindred.model.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexableField;

/** An item as the cluster's document: its fields, and what each model writes as JSON. */
public final class ItemDocument {
  private static final String NORM = ".norm";

  /** A year, a day or an instant that the engine's dates read as the library does. */
  private static final Pattern READ_ALIKE =
      Pattern.compile("[1-3]\\d{3}(-\\d{2}(-\\d{2}(T.+)?)?)?|\\d{12,15}");

  private final Schema schema;
  private final Collection<? extends Model> models;
  private final ModelFields fields;

  public ItemDocument(Schema schema, Collection<? extends Model> models) {
    this.schema = schema;
    this.models = models;
    this.fields = new ModelFields(models);
  }

  /**
   * The document's source; its id is the item's.
   *
   * @throws IllegalArgumentException when the catalogue uses a name that models need
   */
  public ObjectNode of(Item item) {
    if (item.fields().containsKey(ModelMapping.OBJECT)) {
      throw new IllegalArgumentException(
          "item '"
              + item.id()
              + "' has a field 'model', which holds what models write on a"
              + " cluster; rename the field");
    }
    ObjectNode document = Polymorphic.json().valueToTree(item.fields());
    addTime(document, item);
    ItemFields.of(models, item).forEach(field -> add(document, field));
    return document;
  }

  /** What only the library reads, such as the year -200 or seconds, is written as an instant. */
  private void addTime(ObjectNode document, Item item) {
    Long millis = schema.millis(item);
    if (millis != null && !READ_ALIKE.matcher(item.text(schema.time())).matches()) {
      document.put(schema.time(), Instant.ofEpochMilli(millis).toString());
    }
  }

  private void add(ObjectNode document, IndexableField field) {
    switch (field) {
      case KnnFloatVectorField vector -> addArray(document, field, vector.vectorValue());
      case BinaryDocValuesField floats -> {
        float[] numbers = new float[floats.binaryValue().length / Float.BYTES];
        FloatsField.read(field.name(), floats.binaryValue(), numbers);
        addArray(document, field, numbers);
      }
      case NumericDocValuesField number -> addNumber(document, number);
      case Field terms -> addTerms(object(document, terms.name()), tokens(terms));
      default -> throw unknown(field);
    }
  }

  /** Beside fields below it the array is one of several keys. */
  private void addArray(ObjectNode document, IndexableField field, float[] numbers) {
    String name = field.name();
    ArrayNode array =
        fields.isAbove(name)
            ? object(document, name).putArray("values")
            : parent(document, name).putArray(leaf(name));
    for (float number : numbers) {
      array.add(number);
    }
  }

  private static TokenStream tokens(Field field) {
    if (field.tokenStreamValue() == null) {
      throw unknown(field);
    }
    return field.tokenStreamValue();
  }

  private static IllegalArgumentException unknown(IndexableField field) {
    return new IllegalArgumentException(
        "field '" + field.name() + "' cannot be pushed: it is a " + field.getClass());
  }

  private static void addNumber(ObjectNode document, NumericDocValuesField field) {
    double number = Double.longBitsToDouble(field.numericValue().longValue());
    String name = field.name();
    if (name.endsWith(NORM)) {
      object(document, name.substring(0, name.length() - NORM.length())).put("norm", number);
    } else {
      parent(document, name).put(leaf(name), number);
    }
  }

  private static void addTerms(ObjectNode sparse, TokenStream tokens) {
    ObjectNode terms = sparse.withObjectProperty("terms");
    CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
    TermFrequencyAttribute frequency = tokens.addAttribute(TermFrequencyAttribute.class);
    try (tokens) {
      tokens.reset();
      while (tokens.incrementToken()) {
        terms.put(term.toString(), frequency.getTermFrequency());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode object(ObjectNode document, String name) {
    return parent(document, name).withObjectProperty(leaf(name));
  }

  private static ObjectNode parent(ObjectNode document, String name) {
    ObjectNode parent = document;
    String[] path = name.split("\\.");
    for (int i = 0; i + 1 < path.length; i++) {
      parent = parent.withObjectProperty(path[i]);
    }
    return parent;
  }

  private static String leaf(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
