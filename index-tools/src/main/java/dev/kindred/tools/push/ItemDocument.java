package dev.kindred.tools.push;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.data.Item;
import dev.kindred.internal.registry.Polymorphic;
import dev.kindred.model.ItemFields;
import dev.kindred.model.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexableField;

/** An item as the cluster's document: its fields, and what each model writes as JSON. */
public final class ItemDocument {
  private static final String NORM = ".norm";

  private final Collection<? extends Model> models;

  public ItemDocument(Collection<? extends Model> models) {
    this.models = models;
  }

  /**
   * The document's source; its id is the item's.
   *
   * @throws IllegalArgumentException when the catalogue uses a name that models need
   */
  public ObjectNode of(Item item) {
    if (item.fields().containsKey("model")) {
      throw new IllegalArgumentException(
          "item '"
              + item.id()
              + "' has a field 'model', which holds what models write on a"
              + " cluster; rename the field");
    }
    ObjectNode document = Polymorphic.json().valueToTree(item.fields());
    ItemFields.of(models, item).forEach(field -> add(document, field));
    return document;
  }

  private static void add(ObjectNode document, IndexableField field) {
    switch (field) {
      case KnnFloatVectorField vector -> {
        ArrayNode numbers = parent(document, field.name()).putArray(leaf(field.name()));
        for (float number : vector.vectorValue()) {
          numbers.add(number);
        }
      }
      case NumericDocValuesField number -> addNumber(document, number);
      case Field terms -> addTerms(sparse(document, terms.name()), tokens(terms));
      default -> throw unknown(field);
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
      sparse(document, name.substring(0, name.length() - NORM.length())).put("norm", number);
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

  private static ObjectNode sparse(ObjectNode document, String name) {
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
