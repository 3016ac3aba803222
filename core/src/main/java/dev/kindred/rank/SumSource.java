package dev.kindred.rank;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;

/**
 * The sum of several sources, added in their order; a source without a value for a document adds
 * nothing, and where none has one the sum has none.
 */
final class SumSource extends SignalSource {
  private final List<SignalSource> parts;

  SumSource(List<SignalSource> parts) {
    this.parts = parts;
  }

  @Override
  public DoubleValues getValues(LeafReaderContext leaf, DoubleValues scores) throws IOException {
    return values(leaf, UNKNOWN);
  }

  @Override
  DoubleValues values(LeafReaderContext leaf, int wanted) throws IOException {
    DoubleValues[] values = new DoubleValues[parts.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = parts.get(i).values(leaf, wanted);
    }
    return new Sums(values);
  }

  private static final class Sums extends DoubleValues {
    private final DoubleValues[] parts;
    private double sum;

    Sums(DoubleValues[] parts) {
      this.parts = parts;
    }

    @Override
    public boolean advanceExact(int doc) throws IOException {
      boolean any = false;
      sum = 0;
      for (DoubleValues part : parts) {
        if (part.advanceExact(doc)) {
          any = true;
          sum += part.doubleValue();
        }
      }
      return any;
    }

    @Override
    public double doubleValue() {
      return sum;
    }
  }

  @Override
  public Causes causes(LeafReaderContext leaf) throws IOException {
    if (parts.stream().anyMatch(LearnedSource.class::isInstance)) {
      return Causes.NONE; // the causes of one part would pass for those of the whole
    }
    List<Causes> all = new ArrayList<>();
    for (SignalSource part : parts) {
      all.add(part.causes(leaf));
    }
    return doc -> {
      Map<String, Double> sums = new LinkedHashMap<>();
      for (Causes causes : all) {
        causes.of(doc).forEach((cause, share) -> sums.merge(cause, share, Double::sum));
      }
      return sums;
    };
  }

  @Override
  public Explanation explain(LeafReaderContext leaf, int doc, Explanation score)
      throws IOException {
    DoubleValues values = getValues(leaf, null);
    List<Explanation> details = new ArrayList<>();
    for (SignalSource part : parts) {
      details.add(part.explain(leaf, doc, null));
    }
    return values.advanceExact(doc)
        ? Explanation.match(
            values.doubleValue(),
            "sum of parts, computed from:",
            details.stream().filter(Explanation::isMatch).toList())
        : Explanation.noMatch("no value in any of " + this, details);
  }

  @Override
  public SignalSource rewrite(IndexSearcher searcher) throws IOException {
    List<SignalSource> rewritten = new ArrayList<>();
    for (SignalSource part : parts) {
      rewritten.add(part.rewrite(searcher));
    }
    return rewritten.equals(parts) ? this : new SumSource(List.copyOf(rewritten));
  }

  @Override
  public boolean isCacheable(LeafReaderContext leaf) {
    return parts.stream().allMatch(part -> part.isCacheable(leaf));
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SumSource sum && sum.parts.equals(parts);
  }

  @Override
  public String toString() {
    return "sum of " + parts;
  }
}
