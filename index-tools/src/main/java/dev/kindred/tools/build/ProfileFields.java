package dev.kindred.tools.build;

import dev.kindred.Profile;
import dev.kindred.index.Schema;
import dev.kindred.internal.registry.Unknown;
import java.util.Set;
import java.util.TreeSet;

/** The fields that rankings read, of which a mistyped one would silently say nothing. */
final class ProfileFields {
  private ProfileFields() {}

  /**
   * Wants every field that a profile reads to be a number or the time of the catalogue, or to be
   * written by a model.
   *
   * @throws IllegalArgumentException when one is none of these
   */
  static void require(Profile profile, Schema schema) {
    Set<String> known = new TreeSet<>(schema.numbers());
    if (schema.time() != null) {
      known.add(schema.time());
    }
    Set<String> read = new TreeSet<>();
    profile.retrievers().forEach(retriever -> read.addAll(retriever.fields()));
    profile.signals().forEach(part -> read.addAll(part.signal().fields()));
    for (String field : read) {
      if (!field.startsWith(Schema.MODEL) && !known.contains(field)) {
        throw new IllegalArgumentException(
            "profile '" + profile.name() + "': " + Unknown.message("number field", field, known));
      }
    }
  }
}
