package dev.kindred.opensearch.recommend;

import dev.kindred.Why;
import dev.kindred.Why.Verdict;
import dev.kindred.opensearch.ask.Ask;
import dev.kindred.opensearch.ask.Oracle;
import dev.kindred.opensearch.ask.Question;
import java.util.ArrayList;
import java.util.List;
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
 * Finds out what became of one item in a request: the ranking itself, and the item alone with less
 * and less that could keep it out. Never blocks. Thread-safe.
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

  /** Says why the item is, or is not, among the answers to the wish, whatever its page. */
  public void about(
      String index, String itemId, Wish wish, long clock, ActionListener<Why> listener) {
    int window =
        oracle.facts(new String[] {index}).profiles().of(wish.ask().request(clock)).window();
    client.get(
        new GetRequest(index, itemId).fetchSourceContext(FetchSourceContext.DO_NOT_FETCH_SOURCE),
        ActionListener.wrap(
            found -> {
              if (found.isExists()) {
                ask(index, itemId, wish, window, listener);
              } else {
                listener.onResponse(
                    new Why(
                        itemId,
                        Verdict.UNKNOWN,
                        0,
                        List.of("the index has no item with this id"),
                        null));
              }
            },
            listener::onFailure));
  }

  private void ask(
      String index, String itemId, Wish wish, int window, ActionListener<Why> listener) {
    Ask seen = withSeen(wish.ask());
    QueryBuilder alone = QueryBuilders.idsQuery().addIds(itemId);
    QueryBuilder admitted =
        wish.filter() == null ? alone : new BoolQueryBuilder().filter(wish.filter()).filter(alone);
    MultiSearchRequest searches =
        new MultiSearchRequest()
            .add(search(index, source(wish.ask(), wish.filter(), window)))
            .add(search(index, source(wish.ask(), admitted, 1)))
            .add(search(index, source(seen, admitted, 1)))
            .add(search(index, source(seen, alone, 1).explain(true)));
    client.multiSearch(
        searches, ActionListener.map(listener, answers -> why(itemId, window, answers)));
  }

  /** Without signals, reasons and fields. */
  private SearchSourceBuilder source(Ask ask, QueryBuilder filter, int size) {
    return recommending.source(new Question(ask, false), filter, size).fetchSource(false);
  }

  private static SearchRequest search(String index, SearchSourceBuilder source) {
    return Recommending.search(index, source);
  }

  private static Ask withSeen(Ask ask) {
    return new Ask(
        ask.profile(),
        ask.text(),
        ask.user(),
        ask.like(),
        ask.unlike(),
        ask.history(),
        ask.context(),
        true,
        ask.now(),
        ask.seed());
  }

  private static Why why(String itemId, int window, MultiSearchResponse answers) {
    SearchHit[] ranking = hits(answers, 0);
    Explanation explanation =
        hits(answers, 3).length == 0 ? null : hits(answers, 3)[0].getExplanation();
    for (int rank = 0; rank < ranking.length; rank++) {
      if (ranking[rank].getId().equals(itemId)) {
        return new Why(itemId, Verdict.RANKED, rank + 1, List.of(), explanation);
      }
    }
    List<String> notes = new ArrayList<>();
    Verdict verdict = Verdict.NOT_PROPOSED;
    if (hits(answers, 3).length == 0) {
      notes.add("no retriever of the profile finds it");
    } else if (hits(answers, 2).length == 0) {
      verdict = Verdict.FILTERED;
      notes.add("kept out: it does not meet the filter");
    } else if (hits(answers, 1).length == 0) {
      verdict = Verdict.SEEN;
      notes.add("kept out: the user has seen it, or it is what more is wanted of");
    } else {
      notes.add("no retriever has it among its best " + window);
    }
    return new Why(itemId, verdict, 0, notes, explanation);
  }

  private static SearchHit[] hits(MultiSearchResponse answers, int at) {
    MultiSearchResponse.Item item = answers.getResponses()[at];
    if (item.isFailure()) {
      throw ExceptionsHelper.convertToRuntime(item.getFailure());
    }
    return item.getResponse().getHits().getHits();
  }
}
