package dev.kindred.rank;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.kindred.request.ResolvedRequest;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.util.NumericUtils;

/**
 * A number that the catalogue gives, as it is.
 *
 * @param field a double doc value in Lucene's sortable form, as {@code DoubleField} writes it
 */
record FieldSignal(String field) implements Signal {
  public FieldSignal {
    Objects.requireNonNull(field, "field");
  }

  @Override
  @JsonIgnore
  public Set<String> fields() {
    return Set.of(field);
  }

  @Override
  public SignalSource bind(ResolvedRequest request) {
    return new FieldSource(field, new Plain());
  }

  private record Plain() implements FieldSource.Meaning {
    @Override
    public double of(long stored) {
      return NumericUtils.sortableLongToDouble(stored);
    }

    @Override
    public String toString() {
      return "the stored number";
    }
  }
}
