package dev.kindred.index;

import dev.kindred.data.Item;
import dev.kindred.model.ItemFields;
import dev.kindred.model.Model;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/** Items as Lucene documents: the schema's fields, then what each model adds. Thread-safe. */
final class Documents {
  private static final FieldType WORDS = words();

  private final Schema schema;
  private final Set<String> exact;
  private final List<Model> models;

  Documents(Schema schema, Collection<? extends Model> models) {
    this.schema = schema;
    this.exact = schema.exact();
    this.models = List.copyOf(models);
  }

  /** Words of a keyword field: nobody asks where they stand. */
  private static FieldType words() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    return type;
  }

  List<IndexableField> of(Item item) throws IOException {
    List<IndexableField> document = new ArrayList<>(32);
    addSystem(document, item);
    for (String field : schema.text()) {
      String text = item.text(field);
      if (!text.isEmpty()) {
        document.add(new TextField(field, text, Store.NO));
      }
    }
    addKeywords(document, item);
    for (String field : schema.numbers()) {
      addNumber(document, field, Values.number(item, field));
    }
    if (schema.time() != null) {
      addTime(document, schema.time(), Values.time(item, schema.time()));
    }
    schema
        .vectors()
        .forEach(
            (field, dimension) ->
                addVector(document, field, Values.vector(item, field, dimension)));
    document.addAll(ItemFields.of(models, item));
    return document;
  }

  private void addSystem(List<IndexableField> document, Item item) throws IOException {
    BytesRef id = new BytesRef(item.id());
    document.add(new StringField(Schema.ID, id, Store.NO));
    document.add(new BinaryDocValuesField(Schema.ID, id));
    document.add(new NumericDocValuesField(Schema.TIE, TieHash.of(item.id())));
    byte[] json = ItemJson.write(item.fields(), schema.vectors().keySet());
    document.add(new StoredField(Schema.ITEM, json));
  }

  private void addKeywords(List<IndexableField> document, Item item) {
    for (String field : exact) {
      for (String value : item.values(field)) {
        if (!value.isEmpty()) {
          document.add(new KeywordField(field, value, Store.NO));
        }
      }
    }
    for (String field : schema.keywords()) {
      String words = item.text(field);
      if (!words.isEmpty()) {
        document.add(new Field(Schema.words(field), words, WORDS));
      }
    }
  }

  private static void addNumber(List<IndexableField> document, String field, Double number) {
    if (number != null) {
      document.add(new DoublePoint(field, number));
      document.add(new NumericDocValuesField(field, NumericUtils.doubleToSortableLong(number)));
    }
  }

  private static void addTime(List<IndexableField> document, String field, Long millis) {
    if (millis != null) {
      document.add(new LongPoint(field, millis));
      document.add(new NumericDocValuesField(field, millis));
    }
  }

  private static void addVector(List<IndexableField> document, String field, float[] vector) {
    if (vector != null) {
      document.add(
          new KnnFloatVectorField(field, vector, VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT));
    }
  }
}
