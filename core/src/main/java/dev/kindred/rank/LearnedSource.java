package dev.kindred.rank;

import dev.kindred.internal.vector.FloatsField;
import dev.kindred.model.Encoding;
import dev.kindred.model.Network;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;

/**
 * What a small network makes of a document's stored vector and the request's inputs. Knows no
 * causes: the network is not a sum over the history.
 */
final class LearnedSource extends SignalSource {
  private final Encoding.Learned encoding;
  private final Network network;

  LearnedSource(Encoding.Learned encoding, Network network) {
    if (encoding.inputs().length != network.inputSize()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the network %s expects %s inputs, the request brings %s",
              network.id(),
              network.inputSize(),
              encoding.inputs().length));
    }
    this.encoding = encoding;
    this.network = network;
  }

  @Override
  public DoubleValues getValues(LeafReaderContext leaf, DoubleValues scores) throws IOException {
    BinaryDocValues vectors = leaf.reader().getBinaryDocValues(encoding.field());
    return vectors == null ? DoubleValues.EMPTY : new Joined(vectors);
  }

  private final class Joined extends DoubleValues {
    private final BinaryDocValues vectors;
    private final Network.Join join = network.join(encoding.inputs());
    private final float[] item = new float[network.itemSize()];
    private int document = -1;
    private boolean found;
    private double value;

    Joined(BinaryDocValues vectors) {
      this.vectors = vectors;
    }

    @Override
    public boolean advanceExact(int doc) throws IOException {
      if (doc != document) {
        document = doc;
        found = vectors.advanceExact(doc);
        if (found) {
          FloatsField.read(encoding.field(), vectors.binaryValue(), item);
          value = join.apply(item);
        }
      }
      return found;
    }

    @Override
    public double doubleValue() {
      return value;
    }
  }

  @Override
  public Explanation explain(LeafReaderContext leaf, int doc, Explanation score)
      throws IOException {
    Joined values = getValues(leaf, null) instanceof Joined joined ? joined : null;
    if (values == null || !values.advanceExact(doc)) {
      return Explanation.noMatch("the document has no " + encoding.field());
    }
    List<Explanation> parts = new ArrayList<>();
    values.join.terms().forEach((words, term) -> parts.add(Explanation.match(term, words)));
    return Explanation.match(values.value, this + ", computed as sum of:", parts);
  }

  @Override
  public SignalSource rewrite(IndexSearcher searcher) {
    return this;
  }

  @Override
  public boolean isCacheable(LeafReaderContext leaf) {
    return DocValues.isCacheable(leaf, encoding.field());
  }

  @Override
  public int hashCode() {
    return 31 * encoding.network().hashCode() + Arrays.hashCode(encoding.inputs());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LearnedSource learned
        && learned.encoding.field().equals(encoding.field())
        && learned.encoding.network().equals(encoding.network())
        && Arrays.equals(learned.encoding.inputs(), encoding.inputs());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "network %s over %s[%d] and the user's %d inputs",
        network.id(),
        encoding.field(),
        network.itemSize(),
        network.inputSize());
  }
}
