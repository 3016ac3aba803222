package dev.kindred.opensearch.recommend;

import dev.kindred.Profile;
import dev.kindred.opensearch.ask.Answered;
import dev.kindred.opensearch.ask.Oracle;
import dev.kindred.opensearch.ask.Question;
import dev.kindred.opensearch.index.IndexFacts;
import dev.kindred.opensearch.index.ItemDocs;
import dev.kindred.opensearch.mapper.TieFieldMapper;
import dev.kindred.opensearch.query.KindredQueryBuilder;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Recommendations.Reason;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.opensearch.action.search.SearchRequest;
import org.opensearch.action.search.SearchResponse;
import org.opensearch.action.search.SearchType;
import org.opensearch.common.document.DocumentField;
import org.opensearch.core.action.ActionListener;
import org.opensearch.index.query.QueryBuilder;
import org.opensearch.search.SearchHit;
import org.opensearch.search.builder.SearchSourceBuilder;
import org.opensearch.search.sort.SortOrder;
import org.opensearch.transport.client.Client;

/**
 * Answers with a page as the library does: the shards' best hits, merged by score and tie, then the
 * profile's arrangers, once. Never blocks. Thread-safe.
 */
public final class Recommending {
  private final Client client;
  private final Oracle oracle;

  /**
   * @param client acts with the caller's rights
   */
  public Recommending(Client client, Oracle oracle) {
    this.client = client;
    this.oracle = oracle;
  }

  /**
   * Finds the page.
   *
   * @param clock for a request without a time, in milliseconds since the epoch
   */
  public void page(String index, Wish wish, long clock, ActionListener<Recommendations> listener) {
    IndexFacts facts = oracle.facts(new String[] {index});
    Request request =
        wish.ask().request(clock).from(wish.from()).size(wish.size()).diversity(wish.diversity());
    Profile profile = facts.profiles().of(request);
    long last = (long) wish.from() + wish.size();
    if (last > profile.window()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "from + size = %d exceeds window %d of profile [%s]; ask for less",
              last,
              profile.window(),
              profile.name()));
    }
    int depth = Math.max((int) last, profile.pool(request));
    oracle.resolve(
        client,
        new String[] {index},
        wish.ask(),
        true,
        clock,
        ActionListener.wrap(
            answered -> {
              SearchSourceBuilder source =
                  source(new Question(wish.ask(), true, answered.resolved()), wish.filter(), depth)
                      .explain(wish.explain())
                      .ext(List.of(new SignalsExt()))
                      .fetchSource(ItemDocs.FIELDS);
              client.search(
                  search(index, source),
                  ActionListener.map(
                      listener, found -> answer(found, facts, profile, request, answered)));
            },
            listener::onFailure));
  }

  /** The search for a question's best hits. */
  SearchSourceBuilder source(Question question, QueryBuilder filter, int size) {
    return new SearchSourceBuilder()
        .query(new KindredQueryBuilder(question, filter, () -> oracle))
        .sort("_score", SortOrder.DESC)
        .sort(TieFieldMapper.NAME, SortOrder.ASC)
        .trackTotalHits(true)
        .size(size)
        .trackScores(true);
  }

  /**
   * Scores must not depend on how items are spread over shards, and a page without the items of a
   * shard that failed would be a wrong one.
   */
  static SearchRequest search(String index, SearchSourceBuilder source) {
    return new SearchRequest(index)
        .searchType(SearchType.DFS_QUERY_THEN_FETCH)
        .allowPartialSearchResults(false)
        .source(source);
  }

  private static Recommendations answer(
      SearchResponse found, IndexFacts facts, Profile profile, Request request, Answered answered) {
    List<Scored> ranked = new ArrayList<>();
    found.getHits().forEach(hit -> ranked.add(scored(hit)));
    int share = Math.min(profile.pool(request), ranked.size());
    ResolvedRequest resolved =
        new ResolvedRequest(request, answered.user(), answered.resolved().encodings(), null, null);
    List<Scored> arranged = new ArrayList<>(profile.arrange(ranked.subList(0, share), resolved));
    arranged.addAll(ranked.subList(share, ranked.size()));
    int from = Math.min(request.from(), arranged.size());
    int to = Math.min(from + request.size(), arranged.size());
    return new Recommendations(
        arranged.subList(from, to), found.getHits().getTotalHits().value(), facts.models());
  }

  private static Scored scored(SearchHit hit) {
    DocumentField field = hit.field(SignalsPhase.FIELD);
    Map<?, ?> insight = field == null ? Map.of() : field.getValue();
    Map<String, Double> signals = new TreeMap<>();
    ((Map<?, ?>) insight.get("signals"))
        .forEach((name, value) -> signals.put((String) name, (Double) value));
    List<Reason> reasons = new ArrayList<>();
    for (Object one : (List<?>) insight.get("reasons")) {
      Map<?, ?> reason = (Map<?, ?>) one;
      List<String> because = new ArrayList<>();
      ((List<?>) reason.get("because")).forEach(cause -> because.add((String) cause));
      reasons.add(new Reason((String) reason.get("signal"), because, (Double) reason.get("share")));
    }
    return new Scored(
        hit.getId(),
        hit.getScore(),
        hit.hasSource() ? hit.getSourceAsMap() : Map.of(),
        signals,
        1.0,
        reasons,
        hit.getExplanation());
  }
}
