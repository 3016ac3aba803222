package dev.kindred.rank;

import dev.kindred.model.Encoding;
import dev.kindred.model.Fields;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.VectorUtil;

/** The plain dot product of a document's vector with the encoding's. */
final class DenseSource extends SignalSource {
  private final Encoding.Dense encoding;

  DenseSource(Encoding.Dense encoding) {
    this.encoding = encoding;
  }

  @Override
  public DoubleValues getValues(LeafReaderContext leaf, DoubleValues scores) throws IOException {
    FloatVectorValues vectors = vectors(leaf);
    return vectors == null ? DoubleValues.EMPTY : new Products(vectors, encoding.vector());
  }

  private FloatVectorValues vectors(LeafReaderContext leaf) throws IOException {
    FloatVectorValues vectors = leaf.reader().getFloatVectorValues(encoding.field());
    if (vectors != null && vectors.dimension() != encoding.vector().length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "field '%s' has %d dimensions, the request's vector %d",
              encoding.field(),
              vectors.dimension(),
              encoding.vector().length));
    }
    return vectors;
  }

  /** Whether the document has a vector; an iterator that is past it stays where it is. */
  private static boolean isAt(DocIndexIterator documents, int doc) throws IOException {
    int at = documents.docID();
    return at == doc || (at < doc && documents.advance(doc) == doc);
  }

  private static final class Products extends DoubleValues {
    private final FloatVectorValues vectors;
    private final DocIndexIterator documents;
    private final float[] query;

    Products(FloatVectorValues vectors, float[] query) {
      this.vectors = vectors;
      this.documents = vectors.iterator();
      this.query = query;
    }

    @Override
    public boolean advanceExact(int doc) throws IOException {
      return isAt(documents, doc);
    }

    @Override
    public double doubleValue() throws IOException {
      return VectorUtil.dotProduct(query, vectors.vectorValue(documents.index()));
    }
  }

  /** Tells a vector that was learned from events from one that was predicted. */
  @Override
  public Explanation explain(LeafReaderContext leaf, int doc, Explanation score)
      throws IOException {
    Explanation plain = super.explain(leaf, doc, score);
    double predicted = predicted(leaf, doc);
    return !plain.isMatch() || predicted == 0
        ? plain
        : Explanation.match(
            plain.getValue(),
            String.format(
                Locale.ROOT,
                "%s, %s from its content",
                this,
                predicted == 1
                    ? "the item's vector predicted"
                    : Math.round(100 * predicted) + " % of the item's vector predicted"));
  }

  private double predicted(LeafReaderContext leaf, int doc) throws IOException {
    NumericDocValues shares = leaf.reader().getNumericDocValues(Fields.predicted(encoding.field()));
    return shares != null && shares.advanceExact(doc)
        ? Double.longBitsToDouble(shares.longValue())
        : 0;
  }

  @Override
  public Causes causes(LeafReaderContext leaf) throws IOException {
    FloatVectorValues vectors = encoding.parts().isEmpty() ? null : vectors(leaf);
    if (vectors == null) {
      return Causes.NONE;
    }
    DocIndexIterator documents = vectors.iterator();
    return doc ->
        isAt(documents, doc) ? products(vectors.vectorValue(documents.index())) : Map.of();
  }

  private Map<String, Double> products(float[] vector) {
    Map<String, Double> causes = new LinkedHashMap<>();
    encoding
        .parts()
        .forEach((cause, part) -> causes.put(cause, (double) VectorUtil.dotProduct(part, vector)));
    return causes;
  }

  @Override
  public SignalSource rewrite(IndexSearcher searcher) {
    return this;
  }

  @Override
  public boolean isCacheable(LeafReaderContext leaf) {
    return true;
  }

  @Override
  public int hashCode() {
    return 31 * encoding.field().hashCode() + Arrays.hashCode(encoding.vector());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DenseSource dense
        && dense.encoding.field().equals(encoding.field())
        && Arrays.equals(dense.encoding.vector(), encoding.vector());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "dot product of %s[%d] with the user's vector",
        encoding.field(),
        encoding.vector().length);
  }
}
