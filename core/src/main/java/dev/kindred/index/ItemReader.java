package dev.kindred.index;

import dev.kindred.data.Item;
import dev.kindred.internal.live.LiveNumbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOConsumer;
import org.apache.lucene.util.NumericUtils;

/**
 * Reads items back from their documents. Not thread-safe and cheap to make: one a request. Ids come
 * fastest in ascending document order.
 */
public final class ItemReader {
  private static final Set<String> STORED = Set.of(Schema.ITEM);

  private final IndexReader reader;
  private final List<LeafReaderContext> leaves;
  private final StoredFields stored;
  private final BinaryDocValues[] ids;
  private final List<List<String>> live = new ArrayList<>();

  public ItemReader(IndexReader reader) throws IOException {
    this.reader = reader;
    leaves = reader.leaves();
    stored = reader.storedFields();
    ids = new BinaryDocValues[leaves.size()];
    for (LeafReaderContext leaf : leaves) {
      live.add(live(leaf));
    }
  }

  /** The fields of numbers that were set in the segment. */
  private static List<String> live(LeafReaderContext leaf) {
    List<String> fields = new ArrayList<>();
    for (FieldInfo field : leaf.reader().getFieldInfos()) {
      if (LiveNumbers.isLive(field.name)) {
        fields.add(field.name);
      }
    }
    return fields;
  }

  /**
   * The item's id, without reading the item.
   *
   * @param doc a document number of the whole reader
   */
  public String id(int doc) throws IOException {
    int at = ReaderUtil.subIndex(doc, leaves);
    LeafReaderContext leaf = leaves.get(at);
    int target = doc - leaf.docBase;
    if (ids[at] == null || ids[at].docID() > target) {
      ids[at] = DocValues.getBinary(leaf.reader(), Schema.ID);
    }
    if (!ids[at].advanceExact(target)) {
      throw new IllegalStateException("document " + doc + " is not an item: it has no id");
    }
    return ids[at].binaryValue().utf8ToString();
  }

  /**
   * The item's fields for display, in the order they were given, numbers as they were last set;
   * vectors are left out.
   */
  public Map<String, Object> fields(int doc) throws IOException {
    BytesRef json = stored.document(doc, STORED).getBinaryValue(Schema.ITEM);
    if (json == null) {
      throw new IllegalStateException("document " + doc + " is not an item: nothing is stored");
    }
    Map<String, Object> fields = ItemJson.read(json);
    int at = ReaderUtil.subIndex(doc, leaves);
    for (String field : live.get(at)) {
      setNumber(leaves.get(at), field, doc, fields);
    }
    return fields;
  }

  private static void setNumber(
      LeafReaderContext leaf, String field, int doc, Map<String, Object> fields)
      throws IOException {
    NumericDocValues set = DocValues.getNumeric(leaf.reader(), field);
    if (set.advanceExact(doc - leaf.docBase)) {
      if (set.longValue() == LiveNumbers.NONE) {
        fields.remove(LiveNumbers.number(field));
      } else {
        fields.put(LiveNumbers.number(field), NumericUtils.sortableLongToDouble(set.longValue()));
      }
    }
  }

  /** The whole item; the vectors it brought along come last and have length 1. */
  public Item item(int doc) throws IOException {
    Map<String, Object> fields = fields(doc);
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    for (FieldInfo field : leaf.reader().getFieldInfos()) {
      if (field.hasVectorValues() && !field.name.startsWith(Schema.MODEL)) {
        addVector(leaf, field.name, doc - leaf.docBase, fields);
      }
    }
    return new Item(id(doc), fields);
  }

  /** Gives every item that is not deleted to the consumer, in the order of documents. */
  public void forEach(IOConsumer<Item> consumer) throws IOException {
    Bits kept = MultiBits.getLiveDocs(reader);
    for (int doc = 0; doc < reader.maxDoc(); doc++) {
      if (kept == null || kept.get(doc)) {
        consumer.accept(item(doc));
      }
    }
  }

  private static void addVector(
      LeafReaderContext leaf, String field, int doc, Map<String, Object> fields)
      throws IOException {
    FloatVectorValues vectors = leaf.reader().getFloatVectorValues(field);
    if (vectors != null) {
      DocIndexIterator documents = vectors.iterator();
      if (documents.advance(doc) == doc) {
        fields.put(field, vectors.vectorValue(documents.index()).clone());
      }
    }
  }
}
