package dev.kindred.opensearch.ask;

import dev.kindred.Plan;
import dev.kindred.Profile;
import dev.kindred.data.UserState;
import dev.kindred.model.Network;
import dev.kindred.opensearch.index.IndexFacts;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.opensearch.action.IndicesRequest;
import org.opensearch.action.search.SearchContextId;
import org.opensearch.action.search.SearchRequest;
import org.opensearch.common.SetOnce;
import org.opensearch.core.action.ActionListener;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.common.io.stream.Writeable;
import org.opensearch.index.query.BoolQueryBuilder;
import org.opensearch.index.query.IdsQueryBuilder;
import org.opensearch.index.query.QueryCoordinatorContext;
import org.opensearch.index.query.QueryRewriteContext;
import org.opensearch.index.query.QueryShardContext;

/**
 * An ask on its way: first as it was put, then with its answer from the models, and on a node that
 * ranks with the networks that the answer needs. Immutable but for what is being waited for.
 *
 * @param ask what was put
 * @param reasons whether the encodings carry what each item of the history contributed
 * @param resolved null until the coordinating node has resolved it
 * @param pending is given this question with what is waited for; null when nothing is
 * @param networks what this node holds for the answer; null when nobody looked
 */
public record Question(
    Ask ask,
    boolean reasons,
    Resolved resolved,
    SetOnce<Question> pending,
    Map<String, Network> networks)
    implements Writeable {
  /** The layout between nodes: raised whenever it changes, for a reader cannot see that it did. */
  static final int WIRE = 1;

  /** Not yet resolved. */
  public Question(Ask ask, boolean reasons) {
    this(ask, reasons, null, null, null);
  }

  /** With its answer. */
  public Question(Ask ask, boolean reasons, Resolved resolved) {
    this(ask, reasons, resolved, null, null);
  }

  /**
   * @throws IOException when the other node writes another layout
   */
  public Question(StreamInput in) throws IOException {
    this(asked(in), in.readBoolean(), in.readOptionalWriteable(Resolved::new), null, null);
  }

  private static Ask asked(StreamInput in) throws IOException {
    int layout = in.readVInt();
    if (layout != WIRE) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "a kindred request came in layout %d, this node reads %d: the nodes run different"
                  + " releases of the plugin; install one on all of them",
              layout,
              WIRE));
    }
    return new Ask(in);
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    if (pending != null) {
      throw new IllegalStateException("a kindred request is sent before it is resolved");
    }
    out.writeVInt(WIRE);
    ask.writeTo(out);
    out.writeBoolean(reasons);
    out.writeOptionalWriteable(resolved);
  }

  private Question with(Resolved answer, Map<String, Network> held) {
    return new Question(ask, reasons, answer, null, held);
  }

  private Question waitingFor(SetOnce<Question> next) {
    return new Question(ask, reasons, resolved, next, networks);
  }

  /**
   * One step of the engine's rewriting: this when there is nothing to do here. What is waited for
   * makes another question: the engine waits only when a step has changed something.
   */
  public Question rewrite(QueryRewriteContext context, Oracle oracle) {
    if (pending != null) {
      Question next = pending.get();
      return next == null ? this : next;
    }
    QueryCoordinatorContext coordinator = context.convertToCoordinatorContext();
    if (resolved == null) {
      return coordinator == null ? this : resolving(context, coordinator, oracle);
    }
    boolean ready = coordinator != null || networks != null || resolved.networks().isEmpty();
    return ready ? this : holding(context, oracle);
  }

  private Question resolving(
      QueryRewriteContext context, QueryCoordinatorContext coordinator, Oracle oracle) {
    SetOnce<Question> answer = new SetOnce<>();
    String[] indices = indices(coordinator);
    long now = context.nowInMillis();
    context.registerAsyncAction(
        (client, listener) ->
            oracle.resolve(
                client,
                indices,
                ask,
                reasons,
                now,
                ActionListener.wrap(
                    found -> {
                      answer.set(with(found.resolved(), null));
                      listener.onResponse(null);
                    },
                    listener::onFailure)));
    return waitingFor(answer);
  }

  /** What is searched; a request at a point in time does not name it, the point does. */
  private static String[] indices(QueryCoordinatorContext context) {
    IndicesRequest request = context.getSearchRequest();
    if (request instanceof SearchRequest search && search.pointInTimeBuilder() != null) {
      String point = search.pointInTimeBuilder().getId();
      return SearchContextId.decode(context.getWriteableRegistry(), point).getActualIndices();
    }
    return request.indices();
  }

  /**
   * On a node that ranks: with its networks. They are loaded in the first phase that comes to the
   * shard, where the engine waits for it. In later ones, which have the shard's context, it does
   * not: there they are held still, or {@link #plan} says that they are not.
   */
  private Question holding(QueryRewriteContext context, Oracle oracle) {
    Set<String> ids = resolved.networks();
    Map<String, Network> held = oracle.held(ids);
    if (held.keySet().containsAll(ids) || context.convertToShardContext() != null) {
      return with(resolved, held);
    }
    SetOnce<Question> loaded = new SetOnce<>();
    context.registerAsyncAction(
        (client, listener) ->
            oracle.hold(
                ids,
                ActionListener.wrap(
                    networks -> {
                      loaded.set(with(resolved, networks));
                      listener.onResponse(null);
                    },
                    listener::onFailure)));
    return waitingFor(loaded);
  }

  /**
   * What to run on a shard.
   *
   * @param filter what candidates must match beside not being hidden; null for everything
   * @throws NetworkGoneException when this node gave up a network since an earlier phase
   */
  public Plan plan(QueryShardContext context, Oracle oracle, Query filter) throws IOException {
    if (resolved == null) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a kindred request cannot be used here: only _search, _msearch and _recommend"
                  + " resolve it before it reaches index [%s]",
              context.getFullyQualifiedIndex().getName()));
    }
    Map<String, Network> held = networks == null ? Map.of() : networks;
    if (!held.keySet().containsAll(resolved.networks())) {
      throw new NetworkGoneException(context, oracle.shortage(resolved.networks()));
    }
    IndexFacts facts = oracle.facts(context);
    Request request = ask.request(resolved.now());
    ResolvedRequest ready =
        new ResolvedRequest(
                request,
                new UserState(ask.user(), List.of(), Map.of()),
                resolved.encodings(),
                typed(facts),
                admitted(context, standing(context, profile(facts), filter)))
            .holding(held);
    return profile(facts).plan(ready);
  }

  /** What was typed, as a query; null for nothing. */
  public Query typed(IndexFacts facts) {
    return ask.text().isBlank() ? null : facts.schema().textQuery(ask.text());
  }

  /** The ranking that is asked for. */
  public Profile profile(IndexFacts facts) {
    return facts.profiles().of(ask.request(resolved.now()));
  }

  /** The filter with the conditions of the ranking itself. */
  private static Query standing(QueryShardContext context, Profile profile, Query filter)
      throws IOException {
    BoolQueryBuilder conditions = Standing.of(profile);
    if (!conditions.hasClauses()) {
      return filter;
    }
    return new BooleanQuery.Builder()
        .add(filter == null ? MatchAllDocsQuery.INSTANCE : filter, Occur.FILTER)
        .add(conditions.toQuery(context), Occur.FILTER)
        .build();
  }

  private Query admitted(QueryShardContext context, Query filter) throws IOException {
    if (resolved.hidden().isEmpty()) {
      return filter;
    }
    Query hidden =
        new IdsQueryBuilder().addIds(resolved.hidden().toArray(String[]::new)).toQuery(context);
    return new BooleanQuery.Builder()
        .add(filter == null ? MatchAllDocsQuery.INSTANCE : filter, Occur.FILTER)
        .add(hidden, Occur.MUST_NOT)
        .build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Question question
        && question.ask.equals(ask)
        && question.reasons == reasons
        && ResolvedBytes.equal(question.resolved, resolved);
  }

  @Override
  public int hashCode() {
    return ask.hashCode();
  }
}
