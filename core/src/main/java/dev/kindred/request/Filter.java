package dev.kindred.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Conditions that every recommended item must meet. Immutable.
 *
 * @param conditions all must hold
 * @param only when not empty, only these item ids are candidates
 */
public record Filter(List<Condition> conditions, Set<String> only) {
  /** Lets everything pass. */
  public static final Filter NONE = new Filter(List.of(), Set.of());

  public Filter {
    conditions = List.copyOf(conditions);
    only = Set.copyOf(only);
  }

  /** How a field's value is compared. */
  public enum Operator {
    EQUAL("="),
    NOT_EQUAL("!="),
    AT_LEAST(">="),
    AT_MOST("<=");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }

    /**
     * @throws IllegalArgumentException naming the known operators
     */
    public static Operator of(String symbol) {
      for (Operator operator : values()) {
        if (operator.symbol.equals(symbol)) {
          return operator;
        }
      }
      throw new IllegalArgumentException(
          "unknown filter operator '" + symbol + "'; known: =, !=, >=, <=");
    }
  }

  /** One comparison of a keyword or numeric field with a value. */
  public record Condition(String field, Operator operator, String value) {
    private static final Pattern WRITTEN = Pattern.compile("([^=!<>]+)(!=|>=|<=|=)(.*)");

    /**
     * Reads {@code price<=20}; white space around field and value does not count.
     *
     * @throws IllegalArgumentException for what is no condition
     */
    public static Condition parse(String written) {
      Matcher parts = WRITTEN.matcher(written);
      if (!parts.matches()) {
        throw new IllegalArgumentException(
            "'"
                + written
                + "' is no condition; write FIELD=VALUE, FIELD!=VALUE, FIELD>=N or FIELD<=N");
      }
      return new Condition(
          parts.group(1).strip(), Operator.of(parts.group(2)), parts.group(3).strip());
    }

    @Override
    public String toString() {
      return field + operator.symbol() + value;
    }
  }

  /** These conditions and one more. */
  public Filter and(String field, Operator operator, String value) {
    List<Condition> all = new ArrayList<>(conditions);
    all.add(new Condition(field, operator, value));
    return new Filter(all, only);
  }
}
