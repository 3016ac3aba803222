package dev.kindred;

import dev.kindred.Why.Verdict;
import dev.kindred.index.FieldQueries;
import dev.kindred.request.ResolvedRequest;
import dev.kindred.retrieve.Proposal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/** Finds out what became of one item in a request. */
final class Inquiry {
  private final Profile profile;
  private final ResolvedRequest request;
  private final IndexSearcher searcher;
  private final Plan plan;

  Inquiry(Profile profile, ResolvedRequest request, IndexSearcher searcher) {
    this.profile = profile;
    this.request = request;
    this.searcher = searcher;
    this.plan = profile.plan(request);
  }

  Why about(String itemId) throws IOException {
    Query byId = FieldQueries.ids(Set.of(itemId));
    ScoreDoc[] found = searcher.search(byId, 1).scoreDocs;
    if (found.length == 0) {
      return new Why(
          itemId, Verdict.UNKNOWN, 0, List.of("the index has no item with this id"), null);
    }
    int doc = found[0].doc;
    List<String> notes = new ArrayList<>();
    Verdict verdict = verdict(itemId, byId, doc, notes);
    int rank = verdict == Verdict.RANKED ? rank(doc) : 0;
    var explanation = new Answer(plan, searcher, true).explain(doc);
    return new Why(itemId, verdict, rank, notes, explanation);
  }

  private Verdict verdict(String itemId, Query byId, int doc, List<String> notes)
      throws IOException {
    boolean seen = profile.seen().hidden(request.request(), request.user()).contains(itemId);
    boolean passes = request.filter() == null || passes(byId);
    if (seen) {
      notes.add("kept out: the user has seen it, or it is what more is wanted of");
    } else if (!passes) {
      notes.add("kept out: it does not meet the filter " + request.request().filter());
    }
    boolean proposed = false;
    for (Proposal proposal : plan.candidates().proposals()) {
      proposed |= note(proposal, byId, doc, seen || !passes, notes);
    }
    if (seen) {
      return Verdict.SEEN;
    }
    if (!passes) {
      return Verdict.FILTERED;
    }
    return proposed ? Verdict.RANKED : Verdict.NOT_PROPOSED;
  }

  private boolean passes(Query byId) throws IOException {
    return searcher.count(both(byId, request.filter())) > 0;
  }

  private static Query both(Query byId, Query other) {
    return new BooleanQuery.Builder().add(byId, Occur.FILTER).add(other, Occur.FILTER).build();
  }

  /**
   * @param kept whether the item is out whoever proposes it
   */
  private boolean note(Proposal proposal, Query byId, int doc, boolean kept, List<String> notes)
      throws IOException {
    String name = name(proposal.query());
    boolean matches = searcher.count(both(byId, proposal.query())) > 0;
    boolean among = matches && plan.candidates().proposes(proposal, doc, searcher);
    if (among) {
      notes.add("proposed by " + name);
    } else if (matches && kept) {
      notes.add("matched by " + name);
    } else if (matches) {
      notes.add(
          String.format(
              Locale.ROOT, "matched, but not among the best %d of %s", plan.window(), name));
    } else {
      notes.add(
          proposal.query() instanceof MatchNoDocsQuery
              ? "nothing proposed: " + name
              : "not matched by " + name);
    }
    return among;
  }

  private static String name(Query query) {
    return query instanceof FieldExistsQuery order
        ? "the order of " + order.getField()
        : String.valueOf(query);
  }

  private int rank(int doc) throws IOException {
    ScoreDoc[] ranked = plan.run(searcher);
    for (int i = 0; i < ranked.length; i++) {
      if (ranked[i].doc == doc) {
        return i + 1;
      }
    }
    throw new IllegalStateException("a proposed item that passes the filter has no rank");
  }
}
