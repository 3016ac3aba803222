package dev.kindred.internal.live;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.NumericUtils;

/**
 * Numbers of the catalogue that were set since their items were written. A number that filters ask
 * for is indexed as points, and Lucene updates doc values only of fields that are nothing else; so
 * what was set is in a field of its own, beside the one that was built, and stands where it is
 * there. Values are doubles in Lucene's sortable form.
 */
public final class LiveNumbers {
  /** Stands for a number that was taken away. */
  public static final long NONE = NumericUtils.doubleToSortableLong(Double.NaN);

  private static final String PREFIX = "_live.";

  private LiveNumbers() {}

  /** The field of what was set in place of that field's numbers. */
  public static String field(String number) {
    return PREFIX + number;
  }

  /** Whether it is a field of numbers that were set. */
  public static boolean isLive(String field) {
    return field.startsWith(PREFIX);
  }

  /** The field whose numbers were set in that one. */
  public static String number(String field) {
    return field.substring(PREFIX.length());
  }

  /** What was set in the segment; null when nothing ever was. */
  public static NumericDocValues set(LeafReader segment, String number) throws IOException {
    return segment.getNumericDocValues(field(number));
  }

  /** Whether what is told of the number may be kept with the segment. */
  public static boolean isCacheable(LeafReaderContext leaf, String number) {
    return DocValues.isCacheable(leaf, number, field(number));
  }
}
