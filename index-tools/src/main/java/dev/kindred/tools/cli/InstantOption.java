package dev.kindred.tools.cli;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an instant such as {@code 2026-11-23T20:10:00Z}. */
final class InstantOption implements ITypeConverter<Instant> {
  @Override
  public Instant convert(String written) {
    try {
      return Instant.parse(written);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'" + written + "' is no instant; write it like 2026-11-23T20:10:00Z");
    }
  }
}
