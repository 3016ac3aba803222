package dev.kindred.benchmarks.build;

import dev.kindred.data.Item;
import dev.kindred.index.Schema;
import dev.kindred.internal.registry.Polymorphic;
import dev.kindred.model.Model;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/**
 * Items as documents that somebody wrote for this one catalogue with Lucene alone: the same fields
 * as {@code ItemWriter} makes, made before the clock starts. {@link IndexFacts} checks that they
 * are the same.
 */
record PlainDocuments(Schema schema, List<Model> models) {
  private static final FieldType WORDS = words();

  private static FieldType words() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    return type;
  }

  Document of(Item item) throws IOException {
    Document document = new Document();
    BytesRef id = new BytesRef(item.id());
    document.add(new StringField(Schema.ID, id, Store.NO));
    document.add(new BinaryDocValuesField(Schema.ID, id));
    document.add(new NumericDocValuesField(Schema.TIE, Schema.tie(item.id())));
    byte[] json = Polymorphic.json().writeValueAsBytes(item.fields());
    document.add(new StoredField(Schema.ITEM, json));
    for (String field : schema.text()) {
      addText(document, field, item.text(field));
    }
    for (String field : schema.keywords()) {
      addKeyword(document, field, item);
    }
    for (String field : schema.numbers()) {
      addNumber(document, field, (Number) item.fields().get(field));
    }
    addTime(document, schema.time(), (String) item.fields().get(schema.time()));
    models.forEach(model -> model.index(item, document::add));
    return document;
  }

  private static void addText(Document document, String field, String text) {
    if (!text.isEmpty()) {
      document.add(new TextField(field, text, Store.NO));
    }
  }

  private static void addKeyword(Document document, String field, Item item) {
    for (String value : item.values(field)) {
      document.add(new KeywordField(field, value, Store.NO));
    }
    if (!item.text(field).isEmpty()) {
      document.add(new Field(Schema.words(field), item.text(field), WORDS));
    }
  }

  private static void addNumber(Document document, String field, Number number) {
    if (number != null) {
      document.add(new DoublePoint(field, number.doubleValue()));
      long bits = NumericUtils.doubleToSortableLong(number.doubleValue());
      document.add(new NumericDocValuesField(field, bits));
    }
  }

  private static void addTime(Document document, String field, String date) {
    if (date != null) {
      long millis = LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
      document.add(new LongPoint(field, millis));
      document.add(new NumericDocValuesField(field, millis));
    }
  }
}
