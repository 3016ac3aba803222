package dev.kindred.rank;

import dev.kindred.request.ResolvedRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;

/**
 * All signals of a profile bound to one request, normalised and combined: one value a document,
 * finite and never negative. As a {@code DoubleValuesSource} the same object serves as query, as
 * rescorer, as sort and as explanation, so that these agree to the last bit. Immutable and
 * thread-safe; the values it opens are for one thread.
 */
public final class Blend extends DoubleValuesSource {

  /** A signal's source beside what the profile says of it. */
  private record Bound(String name, SignalSource source, Normalizer normalizer, double missing) {}

  private final List<Bound> parts;
  private final Combiner combiner;

  private Blend(List<Bound> parts, Combiner combiner) {
    this.parts = List.copyOf(parts);
    this.combiner = combiner;
  }

  /** Binds the parts to the request. */
  public static Blend bind(List<Part> parts, Combiner combiner, ResolvedRequest request) {
    List<Bound> bound =
        parts.stream()
            .map(p -> new Bound(p.name(), p.signal().bind(request), p.normalizer(), p.missing()))
            .toList();
    return new Blend(bound, combiner);
  }

  /** The names of the signals, in the order of rows. */
  public List<String> names() {
    return parts.stream().map(Bound::name).toList();
  }

  @Override
  public DoubleValues getValues(LeafReaderContext leaf, DoubleValues unused) throws IOException {
    return row(leaf, SignalSource.UNKNOWN);
  }

  /**
   * The values of one segment with access to the row behind each; documents in docID order.
   *
   * @param wanted how many documents will be asked for
   */
  BlendValues row(LeafReaderContext leaf, int wanted) throws IOException {
    int n = parts.size();
    DoubleValues[] values = new DoubleValues[n];
    Normalizer[] normalizers = new Normalizer[n];
    double[] missing = new double[n];
    for (int i = 0; i < n; i++) {
      Bound part = parts.get(i);
      values[i] = part.source.values(leaf, wanted);
      normalizers[i] = part.normalizer;
      missing[i] = part.missing;
    }
    return new BlendValues(values, normalizers, missing, combiner);
  }

  /** The signal's source, for asking what caused its value. */
  SignalSource source(int part) {
    return parts.get(part).source;
  }

  /**
   * The score of an item of which only a log of signals is left, as {@link #bind} would give it.
   *
   * @param raw values by signal; what is not there is missing
   */
  public static double score(List<Part> parts, Combiner combiner, Map<String, Double> raw) {
    double[] row = new double[parts.size()];
    for (int i = 0; i < row.length; i++) {
      Part part = parts.get(i);
      Double value = raw.get(part.name());
      if (combiner.raw()) {
        row[i] = value == null ? Double.NaN : value;
      } else {
        row[i] = value == null ? part.missing() : part.normalizer().apply(value);
      }
    }
    return score(combiner, combiner.combine(row));
  }

  /**
   * Scores are finite and never negative: of a combiner whose values may be negative {@code 1 + x},
   * and {@code 1 / (1 − x)} below 0; of any other the value itself, and 0 below. What is not a
   * number becomes 0.
   */
  static double score(Combiner combiner, double combined) {
    double positive = combined;
    if (combiner.signed()) {
      positive = combined < 0 ? 1 / (1 - combined) : 1 + combined;
    }
    return positive > 0 ? Math.min(positive, Float.MAX_VALUE) : 0;
  }

  @Override
  public Explanation explain(LeafReaderContext leaf, int doc, Explanation unused)
      throws IOException {
    return explained(leaf).of(doc);
  }

  /** Explains documents of one segment, in docID order. */
  SignalSource.Explained explained(LeafReaderContext leaf) throws IOException {
    List<SignalSource.Explained> sources = new ArrayList<>();
    for (Bound part : parts) {
      sources.add(part.source.explained(leaf));
    }
    return doc -> explained(sources, doc);
  }

  private Explanation explained(List<SignalSource.Explained> sources, int doc) throws IOException {
    double[] row = new double[parts.size()];
    List<Explanation> explained = new ArrayList<>();
    for (int i = 0; i < row.length; i++) {
      Explanation raw = sources.get(i).of(doc);
      Explanation part =
          combiner.raw() ? rawPart(parts.get(i), raw) : explainPart(parts.get(i), raw);
      row[i] = part.isMatch() ? part.getValue().doubleValue() : Double.NaN;
      explained.add(part);
    }
    Explanation combined = combiner.explain(row, explained);
    double value = combined.getValue().doubleValue();
    double score = score(combiner, value);
    return score == value ? combined : Explanation.match(score, changed(), combined);
  }

  private String changed() {
    return combiner.signed()
        ? "positive score, computed as 1 + x, or 1 / (1 - x) where x is negative, from:"
        : "clamped to a finite score of at least 0, from:";
  }

  /** Without a match where the signal has no value. */
  private static Explanation rawPart(Bound part, Explanation raw) {
    return raw.isMatch()
        ? Explanation.match(
            raw.getValue(), part.name + ", raw value: " + raw.getDescription(), raw.getDetails())
        : Explanation.noMatch(part.name + ", no value: " + raw.getDescription());
  }

  private static Explanation explainPart(Bound part, Explanation raw) {
    if (raw.isMatch()) {
      Explanation named = Explanation.match(raw.getValue(), raw.getDescription(), raw.getDetails());
      Explanation normalized = part.normalizer.explain(named);
      return Explanation.match(
          normalized.getValue(), part.name + ", " + normalized.getDescription(), named);
    }
    return Explanation.match(
        part.missing,
        part.name + ", the profile's value for a missing signal: " + raw.getDescription());
  }

  @Override
  public boolean needsScores() {
    return false;
  }

  @Override
  public Blend rewrite(IndexSearcher searcher) throws IOException {
    List<Bound> rewritten = new ArrayList<>();
    for (Bound part : parts) {
      SignalSource source = part.source.rewrite(searcher);
      rewritten.add(new Bound(part.name, source, part.normalizer, part.missing));
    }
    return new Blend(rewritten, combiner);
  }

  @Override
  public boolean isCacheable(LeafReaderContext leaf) {
    return parts.stream().allMatch(part -> part.source.isCacheable(leaf));
  }

  @Override
  public int hashCode() {
    return 31 * parts.hashCode() + combiner.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Blend blend
        && blend.parts.equals(parts)
        && blend.combiner.equals(combiner);
  }

  @Override
  public String toString() {
    return "blend of " + names();
  }
}
