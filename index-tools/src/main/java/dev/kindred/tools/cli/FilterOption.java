package dev.kindred.tools.cli;

import dev.kindred.request.Filter;
import dev.kindred.request.Filter.Condition;
import dev.kindred.request.Filter.Operator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one condition such as {@code price<=20}. */
final class FilterOption implements ITypeConverter<Condition> {
  private static final Pattern CONDITION = Pattern.compile("([^=!<>]+)(!=|>=|<=|=)(.*)");

  @Override
  public Condition convert(String written) {
    Matcher parts = CONDITION.matcher(written);
    if (!parts.matches()) {
      throw new TypeConversionException(
          "'"
              + written
              + "' is no condition; write FIELD=VALUE, FIELD!=VALUE, FIELD>=N or FIELD<=N");
    }
    return new Condition(parts.group(1).strip(), Operator.of(parts.group(2)), parts.group(3));
  }

  /** All of the conditions. */
  static Filter all(Iterable<Condition> conditions) {
    Filter filter = Filter.NONE;
    for (Condition condition : conditions) {
      filter = filter.and(condition.field(), condition.operator(), condition.value());
    }
    return filter;
  }
}
