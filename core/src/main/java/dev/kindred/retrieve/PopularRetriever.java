package dev.kindred.retrieve;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.kindred.request.ResolvedRequest;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/**
 * Items most in demand, whoever asks. Decay multiplies every item's demand by the same factor, so
 * the order of the stored logarithms is the order at any time.
 *
 * @param field a double doc value: the demand or its logarithm
 */
record PopularRetriever(String field) implements Retriever {
  public PopularRetriever {
    Objects.requireNonNull(
        field,
        "field is missing: name a number that items are ordered by, such as model.popularity");
  }

  @Override
  @JsonIgnore
  public Set<String> fields() {
    return Set.of(field);
  }

  @Override
  public Proposal propose(ResolvedRequest request, int depth) {
    SortField demand = new SortField(field, SortField.Type.DOUBLE, true);
    return new Proposal(new FieldExistsQuery(field), new Sort(demand, Proposal.TIE));
  }
}
