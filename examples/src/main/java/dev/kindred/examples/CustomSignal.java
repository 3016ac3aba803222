package dev.kindred.examples;

import dev.kindred.rank.Signal;
import dev.kindred.rank.SignalSource;
import dev.kindred.request.ResolvedRequest;
import java.io.IOException;
import java.util.Locale;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.NumericUtils;

/**
 * A signal in one file: how well an item fits the time that there is tonight. The request's context
 * says how many {@code minutes}; an item that takes as long has 1, one that takes longer less, one
 * without a length none. One line puts it into a profile that is made in Java:
 *
 * <pre>{@code
 * new Part("fits", new CustomSignal("pages", 1.5), new Normalizer.Identity(), 0.5, 0)
 * }</pre>
 *
 * <p>and one line in {@code META-INF/services/dev.kindred.rank.Signal$Kind} lets profiles as JSON
 * or YAML name it: {@code {name: fits, signal: {fits: {field: pages, minutes_each: 1.5}}}}.
 * Scoring, explaining, sorting and paging follow from it.
 *
 * @param field a number field of the catalogue
 * @param minutes_each what one of it takes
 */
public record CustomSignal(String field, double minutes_each) implements Signal {
  private static final double NO_HURRY = 1e6;

  public CustomSignal {
    if (!(minutes_each > 0)) {
      throw new IllegalArgumentException("minutes_each must be above 0, was " + minutes_each);
    }
  }

  /** What profiles call it. */
  public static final class Kind implements Signal.Kind {
    @Override
    public String name() {
      return "fits";
    }

    @Override
    public Class<CustomSignal> type() {
      return CustomSignal.class;
    }
  }

  @Override
  public SignalSource bind(ResolvedRequest request) {
    String minutes = request.request().context().get("minutes");
    return new Fit(field, minutes_each, minutes == null ? NO_HURRY : Double.parseDouble(minutes));
  }

  /** The signal for one request. */
  private static final class Fit extends SignalSource {
    private final String field;
    private final double minutesEach;
    private final double minutes;

    Fit(String field, double minutesEach, double minutes) {
      this.field = field;
      this.minutesEach = minutesEach;
      this.minutes = minutes;
    }

    @Override
    public DoubleValues getValues(LeafReaderContext leaf, DoubleValues scores) throws IOException {
      SortedNumericDocValues stored = DocValues.getSortedNumeric(leaf.reader(), field);
      return new DoubleValues() {
        @Override
        public double doubleValue() throws IOException {
          double length = NumericUtils.sortableLongToDouble(stored.nextValue()) * minutesEach;
          return Math.min(1, minutes / length);
        }

        @Override
        public boolean advanceExact(int doc) throws IOException {
          return stored.advanceExact(doc);
        }
      };
    }

    @Override
    public SignalSource rewrite(IndexSearcher searcher) {
      return this;
    }

    @Override
    public boolean isCacheable(LeafReaderContext leaf) {
      return DocValues.isCacheable(leaf, field);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Fit fit
          && fit.field.equals(field)
          && fit.minutesEach == minutesEach
          && fit.minutes == minutes;
    }

    @Override
    public int hashCode() {
      return field.hashCode() + 31 * Double.hashCode(minutes);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "how %s fits %s minutes at %s minutes each", field, minutes, minutesEach);
    }
  }
}
