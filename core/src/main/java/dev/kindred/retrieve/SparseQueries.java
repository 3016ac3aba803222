package dev.kindred.retrieve;

import dev.kindred.internal.sparse.WeightedTerms;

/** Turns the weighted terms of an encoding into a proposal. */
final class SparseQueries {
  private SparseQueries() {}

  /** Terms that all speak against propose nothing. */
  static Proposal propose(WeightedTerms terms) {
    return terms.weights().values().stream().anyMatch(weight -> weight > 0)
        ? Proposal.byScore(new SparseQuery(terms))
        : Proposal.none("no term of " + terms.field() + " speaks for anything");
  }
}
