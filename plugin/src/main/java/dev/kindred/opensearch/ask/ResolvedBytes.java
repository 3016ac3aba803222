package dev.kindred.opensearch.ask;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.opensearch.common.io.stream.BytesStreamOutput;
import org.opensearch.core.common.bytes.BytesReference;

/** Compares answers by what they are on the wire: arrays by their numbers. */
final class ResolvedBytes {
  private ResolvedBytes() {}

  static boolean equal(Resolved one, Resolved other) {
    return one == other || (one != null && other != null && of(one).equals(of(other)));
  }

  private static BytesReference of(Resolved resolved) {
    try (BytesStreamOutput out = new BytesStreamOutput()) {
      resolved.writeTo(out);
      return out.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
