package dev.kindred.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** Finds the one document that has an id, and its numbers. */
final class Lookup {
  private Lookup() {}

  /** The document's number in the whole reader; -1 when there is none. */
  static int doc(IndexReader reader, String field, String id) throws IOException {
    BytesRef term = new BytesRef(id);
    for (LeafReaderContext leaf : reader.leaves()) {
      int doc = doc(leaf.reader(), field, term);
      if (doc != DocIdSetIterator.NO_MORE_DOCS) {
        return leaf.docBase + doc;
      }
    }
    return -1;
  }

  private static int doc(LeafReader leaf, String field, BytesRef id) throws IOException {
    Terms terms = leaf.terms(field);
    TermsEnum cursor = terms == null ? TermsEnum.EMPTY : terms.iterator();
    if (!cursor.seekExact(id)) {
      return DocIdSetIterator.NO_MORE_DOCS;
    }
    Bits live = leaf.getLiveDocs();
    PostingsEnum postings = cursor.postings(null, PostingsEnum.NONE);
    int doc = postings.nextDoc();
    while (doc != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(doc)) {
      doc = postings.nextDoc();
    }
    return doc;
  }

  /**
   * A document's numeric doc value; null when it has none.
   *
   * @param doc a document number of the whole reader
   */
  static Long number(IndexReader reader, int doc, String field) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    NumericDocValues values = leaf.reader().getNumericDocValues(field);
    return values != null && values.advanceExact(doc - leaf.docBase) ? values.longValue() : null;
  }
}
