package dev.kindred.tools.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the address of a cluster such as {@code http://127.0.0.1:9200}. */
final class ClusterOption implements ITypeConverter<URI> {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  @Override
  public URI convert(String written) {
    try {
      URI address = new URI(written);
      if (address.getScheme() != null
          && SCHEMES.contains(address.getScheme())
          && address.getHost() != null) {
        return address;
      }
    } catch (URISyntaxException e) {
      throw wrong(written);
    }
    throw wrong(written);
  }

  private static TypeConversionException wrong(String written) {
    return new TypeConversionException(
        "'" + written + "' is no address of a cluster; write it like http://127.0.0.1:9200");
  }
}
