package dev.kindred.index;

import dev.kindred.internal.registry.Unknown;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Conditions on item fields as queries. Immutable and thread-safe. Every method throws {@code
 * IllegalArgumentException} naming the field, the value and what was expected.
 *
 * <p>Keywords are equal when every character is. A time condition covers what its value covers:
 * {@code = 1897} is any moment of that year, {@code <= 1897-05} ends with that May. An item with
 * several values meets a condition when one of them does; an item without the field meets only
 * {@link #notEqual}. Numbers are what they were last set to.
 */
public final class FieldQueries {
  private final Schema schema;

  public FieldQueries(Schema schema) {
    this.schema = Objects.requireNonNull(schema, "schema");
  }

  public Query equal(String field, String value) {
    return switch (kind(field)) {
      case KEYWORD -> KeywordField.newExactQuery(field, value);
      case NUMBER -> {
        double number = number(field, value);
        yield new LiveNumberQuery(field, number, number);
      }
      case TIME -> {
        Moment moment = time(field, value);
        yield LongPoint.newRangeQuery(field, moment.first(), moment.last());
      }
    };
  }

  public Query notEqual(String field, String value) {
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
        .add(equal(field, value), Occur.MUST_NOT)
        .build();
  }

  public Query atLeast(String field, String value) {
    return switch (kind(field)) {
      case KEYWORD -> throw noOrder(field, ">=", value);
      case NUMBER -> new LiveNumberQuery(field, number(field, value), Double.POSITIVE_INFINITY);
      case TIME -> LongPoint.newRangeQuery(field, time(field, value).first(), Long.MAX_VALUE);
    };
  }

  public Query atMost(String field, String value) {
    return switch (kind(field)) {
      case KEYWORD -> throw noOrder(field, "<=", value);
      case NUMBER -> new LiveNumberQuery(field, Double.NEGATIVE_INFINITY, number(field, value));
      case TIME -> LongPoint.newRangeQuery(field, Long.MIN_VALUE, time(field, value).last());
    };
  }

  /** The items with these ids. */
  public static Query ids(Collection<String> itemIds) {
    return new TermInSetQuery(Schema.ID, itemIds.stream().map(BytesRef::new).toList());
  }

  private enum Kind {
    KEYWORD,
    NUMBER,
    TIME
  }

  private Kind kind(String field) {
    if (schema.exact().contains(field)) {
      return Kind.KEYWORD;
    }
    if (schema.numbers().contains(field)) {
      return Kind.NUMBER;
    }
    if (field.equals(schema.time())) {
      return Kind.TIME;
    }
    if (schema.fieldNames().contains(field)) {
      throw new IllegalArgumentException(
          String.format(
                  Locale.ROOT,
                  "filter field \"%s\" is full text or a vector; filters take keyword, number and"
                      + " time",
                  field)
              + " fields: "
              + String.join(", ", filterable()));
    }
    throw new IllegalArgumentException(Unknown.message("filter field", field, filterable()));
  }

  private Set<String> filterable() {
    Set<String> names = new TreeSet<>(schema.exact());
    names.addAll(schema.numbers());
    if (schema.time() != null) {
      names.add(schema.time());
    }
    return names;
  }

  private static double number(String field, String value) {
    try {
      double number = Double.parseDouble(value);
      if (!Double.isNaN(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw unfit(field, value, "a number", e);
    }
    throw unfit(field, value, "a number", null);
  }

  private static Moment time(String field, String value) {
    try {
      return Moment.of(value);
    } catch (DateTimeException e) {
      throw unfit(field, value, "a year, an ISO-8601 date or time, or epoch milliseconds", e);
    }
  }

  private static IllegalArgumentException unfit(
      String field, String value, String expected, Exception cause) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT, "filter field \"%s\" expects %s, got \"%s\"", field, expected, value),
        cause);
  }

  private static IllegalArgumentException noOrder(String field, String operator, String value) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "filter field \"%s\" is a keyword and has no order; got %s \"%s\", expected = or !=",
            field,
            operator,
            value));
  }
}
