package dev.kindred.opensearch.recommend;

import dev.kindred.Profile;
import dev.kindred.Why;
import dev.kindred.Why.Verdict;
import dev.kindred.opensearch.ask.Ask;
import dev.kindred.opensearch.ask.Oracle;
import dev.kindred.opensearch.ask.Question;
import dev.kindred.opensearch.ask.Resolved;
import dev.kindred.opensearch.ask.Standing;
import dev.kindred.opensearch.rescore.KindredRescorerBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.Explanation;
import org.opensearch.ExceptionsHelper;
import org.opensearch.action.get.GetRequest;
import org.opensearch.action.search.MultiSearchRequest;
import org.opensearch.action.search.MultiSearchResponse;
import org.opensearch.action.search.SearchRequest;
import org.opensearch.core.action.ActionListener;
import org.opensearch.index.query.BoolQueryBuilder;
import org.opensearch.index.query.QueryBuilder;
import org.opensearch.index.query.QueryBuilders;
import org.opensearch.search.SearchHit;
import org.opensearch.search.builder.SearchSourceBuilder;
import org.opensearch.search.fetch.subphase.FetchSourceContext;
import org.opensearch.transport.client.Client;

/**
 * Finds out what became of one item in a request, which is resolved once: the ranking itself, and
 * the item alone, scored, filtered and proposed. Never blocks. Thread-safe.
 */
public final class Inquiring {
  private final Client client;
  private final Recommending recommending;
  private final Oracle oracle;

  /**
   * @param client acts with the caller's rights
   */
  public Inquiring(Client client, Oracle oracle) {
    this.client = client;
    this.oracle = oracle;
    this.recommending = new Recommending(client, oracle);
  }

  private record Inquiry(String index, String itemId, Wish wish, Profile profile) {
    private int window() {
      return profile.window();
    }

    private Why unknown() {
      return new Why(
          itemId, Verdict.UNKNOWN, 0, List.of("the index has no item with this id"), null);
    }
  }

  /** Says why the item is, or is not, among the answers to the wish, whatever its page. */
  public void about(
      String index, String itemId, Wish wish, long clock, ActionListener<Why> listener) {
    Profile profile = oracle.facts(new String[] {index}).profiles().of(wish.ask().request(clock));
    Inquiry inquiry = new Inquiry(index, itemId, wish, profile);
    client.get(
        new GetRequest(index, itemId).fetchSourceContext(FetchSourceContext.DO_NOT_FETCH_SOURCE),
        ActionListener.wrap(
            found -> {
              if (found.isExists()) {
                resolve(inquiry, clock, listener);
              } else {
                listener.onResponse(inquiry.unknown());
              }
            },
            listener::onFailure));
  }

  /** Once for all searches: they differ only in what may keep the item out. */
  private void resolve(Inquiry inquiry, long clock, ActionListener<Why> listener) {
    oracle.resolve(
        client,
        new String[] {inquiry.index},
        inquiry.wish.ask(),
        true,
        clock,
        ActionListener.wrap(
            answered -> {
              boolean hidden = answered.resolved().hidden().contains(inquiry.itemId);
              client.multiSearch(
                  searches(inquiry, answered.resolved()),
                  ActionListener.map(listener, found -> why(inquiry, hidden, found)));
            },
            listener::onFailure));
  }

  private MultiSearchRequest searches(Inquiry inquiry, Resolved resolved) {
    Ask ask = inquiry.wish.ask();
    Question question = new Question(ask, true, resolved);
    Question open = new Question(ask, true, resolved.hiding(Set.of()));
    QueryBuilder filter = inquiry.wish.filter();
    QueryBuilder alone = QueryBuilders.idsQuery().addIds(inquiry.itemId);
    BoolQueryBuilder admitted = Standing.of(inquiry.profile).filter(alone);
    if (filter != null) {
      admitted.filter(filter);
    }
    SearchSourceBuilder scored =
        new SearchSourceBuilder()
            .query(alone)
            .addRescorer(new KindredRescorerBuilder(open, () -> oracle).windowSize(1))
            .explain(true);
    return new MultiSearchRequest()
        .add(search(inquiry, recommending.source(question, filter, inquiry.window())))
        .add(search(inquiry, scored.size(1)))
        .add(search(inquiry, new SearchSourceBuilder().query(admitted).size(1)))
        .add(search(inquiry, recommending.source(open, alone, 1)));
  }

  /** Without fields. */
  private static SearchRequest search(Inquiry inquiry, SearchSourceBuilder source) {
    return Recommending.search(inquiry.index, source.fetchSource(false));
  }

  private static Why why(Inquiry inquiry, boolean hidden, MultiSearchResponse answers) {
    SearchHit[] ranking = hits(answers, 0);
    SearchHit[] scored = hits(answers, 1);
    boolean admitted = hits(answers, 2).length > 0;
    boolean matched = hits(answers, 3).length > 0;
    Explanation explanation = scored.length == 0 ? null : scored[0].getExplanation();
    int rank = rank(inquiry.itemId, ranking);
    List<String> notes = new ArrayList<>();
    if (hidden) {
      notes.add("kept out: the user has seen it, or it is what more is wanted of");
    } else if (!admitted) {
      notes.add("kept out: it does not meet the filter");
    }
    // What the ranking's own conditions keep out is never looked for.
    if (!matched && admitted) {
      notes.add("no retriever of the profile finds it");
    } else if (notes.isEmpty() && rank == 0) {
      notes.add("no retriever has it among its best " + inquiry.window());
    }
    Verdict verdict = verdict(hidden, admitted, rank);
    return new Why(inquiry.itemId, verdict, rank, notes, explanation);
  }

  private static int rank(String itemId, SearchHit[] ranking) {
    for (int rank = 0; rank < ranking.length; rank++) {
      if (ranking[rank].getId().equals(itemId)) {
        return rank + 1;
      }
    }
    return 0;
  }

  private static Verdict verdict(boolean hidden, boolean admitted, int rank) {
    if (hidden) {
      return Verdict.SEEN;
    }
    if (!admitted) {
      return Verdict.FILTERED;
    }
    return rank > 0 ? Verdict.RANKED : Verdict.NOT_PROPOSED;
  }

  private static SearchHit[] hits(MultiSearchResponse answers, int at) {
    MultiSearchResponse.Item item = answers.getResponses()[at];
    if (item.isFailure()) {
      throw ExceptionsHelper.convertToRuntime(item.getFailure());
    }
    return item.getResponse().getHits().getHits();
  }
}
