package dev.kindred.tools.cli;

import dev.kindred.request.Filter;
import dev.kindred.request.Filter.Condition;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one condition such as {@code price<=20}. */
final class FilterOption implements ITypeConverter<Condition> {
  @Override
  public Condition convert(String written) {
    try {
      return Condition.parse(written);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
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
