package dev.kindred.tools.build;

import dev.kindred.index.Schema;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;

/** How fast items age, told from how old they are when people turn to them. */
final class Novelty {
  private static final int MOST_AGES = 1_000_000;

  private Novelty() {}

  /**
   * After which age an item is half as new: the median age of items at their events, in whole days,
   * at least one. Null when it cannot be told.
   *
   * @param field the time field; null for none
   */
  static Duration halfLife(IndexReader items, String field, EventLog log) throws IOException {
    if (field == null || log.size() == 0) {
      return null;
    }
    long[] ages = ages(log, born(items, field, log));
    if (ages.length == 0) {
      return null;
    }
    Arrays.sort(ages);
    long days = Duration.ofMillis(ages[ages.length / 2]).toDays();
    return Duration.ofDays(Math.max(1, days));
  }

  /** By item ordinal; the least long for an item whose time is not known. */
  private static long[] born(IndexReader items, String field, EventLog log) throws IOException {
    long[] born = new long[log.items().size()];
    Arrays.fill(born, Long.MIN_VALUE);
    for (LeafReaderContext leaf : items.leaves()) {
      addBorn(leaf.reader(), field, log, born);
    }
    return born;
  }

  private static void addBorn(LeafReader leaf, String field, EventLog log, long[] born)
      throws IOException {
    BinaryDocValues ids = DocValues.getBinary(leaf, Schema.ID);
    NumericDocValues times = DocValues.getNumeric(leaf, field);
    while (times.nextDoc() != NumericDocValues.NO_MORE_DOCS) {
      if (ids.advanceExact(times.docID())) {
        int ordinal = log.items().ordinal(ids.binaryValue().utf8ToString());
        if (ordinal >= 0) {
          born[ordinal] = times.longValue();
        }
      }
    }
  }

  /** Of events that have a time, on items that have one; a spread-out million of them. */
  private static long[] ages(EventLog log, long[] born) {
    int step = 1 + log.size() / MOST_AGES;
    long[] ages = new long[log.size() / step + 1];
    int[] counts = new int[2];
    log.forEach(
        (item, time) -> {
          if (counts[0]++ % step == 0 && born[item] != Long.MIN_VALUE && time > 0) {
            ages[counts[1]++] = Math.max(0, time - born[item]);
          }
        });
    return Arrays.copyOf(ages, counts[1]);
  }
}
