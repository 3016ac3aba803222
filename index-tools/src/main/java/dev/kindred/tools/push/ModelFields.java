package dev.kindred.tools.push;

import dev.kindred.model.Fields;
import dev.kindred.model.Manifest;
import dev.kindred.model.Manifest.FieldSpec;
import dev.kindred.model.Model;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fields that all models of an index write, by name. A field may lie below another, as {@code
 * model.gfcf.low} below {@code model.gfcf}; JSON has no place for both but inside one value.
 * Immutable.
 */
final class ModelFields {
  private final SortedMap<String, FieldSpec> fields = new TreeMap<>();
  private final Set<String> normed = new HashSet<>();
  private final Set<String> above = new HashSet<>();

  ModelFields(Collection<? extends Model> models) {
    models.forEach(model -> add(model.manifest()));
    fields.keySet().forEach(name -> above(name).ifPresent(above::add));
  }

  private void add(Manifest manifest) {
    String norm = Fields.norm(manifest.name());
    for (FieldSpec field : manifest.fields()) {
      // A norm is part of its sparse field.
      if (field.name().equals(norm)) {
        normed.add(Fields.of(manifest.name()));
      } else {
        fields.put(field.name(), field);
      }
    }
  }

  /** By name, so that a field comes before those below it. */
  Collection<FieldSpec> all() {
    return fields.values();
  }

  /** The nearest field that this one lies below. */
  Optional<String> above(String name) {
    for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      if (fields.containsKey(name.substring(0, dot))) {
        return Optional.of(name.substring(0, dot));
      }
    }
    return Optional.empty();
  }

  /** Whether other fields lie below this one. */
  boolean isAbove(String name) {
    return above.contains(name);
  }

  /** Whether the sums of this sparse field are divided by a norm. */
  boolean isNormed(String name) {
    return normed.contains(name);
  }
}
