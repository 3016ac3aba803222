package dev.kindred.opensearch.ask;

import dev.kindred.Plan;
import dev.kindred.Profile;
import dev.kindred.data.UserState;
import dev.kindred.model.Network;
import dev.kindred.opensearch.index.IndexFacts;
import dev.kindred.request.Filter;
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
import org.opensearch.common.SetOnce;
import org.opensearch.core.action.ActionListener;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.common.io.stream.Writeable;
import org.opensearch.index.query.IdsQueryBuilder;
import org.opensearch.index.query.QueryBuilder;
import org.opensearch.index.query.QueryCoordinatorContext;
import org.opensearch.index.query.QueryRewriteContext;
import org.opensearch.index.query.QueryShardContext;
import org.opensearch.index.query.RangeQueryBuilder;
import org.opensearch.index.query.TermQueryBuilder;

/**
 * An ask on its way: first as it was put, then with its answer from the models, and on a node that
 * ranks with the networks that the answer needs. Immutable but for what is being waited for.
 *
 * @param ask what was put
 * @param reasons whether the encodings carry what each item of the history contributed
 * @param resolved null until the coordinating node has resolved it
 * @param pending is given the answer; null when nobody was asked yet
 * @param networks what this node holds for the answer; null when nobody looked
 */
public record Question(
    Ask ask,
    boolean reasons,
    Resolved resolved,
    SetOnce<Resolved> pending,
    Map<String, Network> networks)
    implements Writeable {
  /** The layout between nodes: raised whenever it changes, for a reader cannot see that it did. */
  static final int WIRE = 1;

  /** Not yet resolved. */
  public Question(Ask ask, boolean reasons) {
    this(ask, reasons, null, null, null);
  }

  /** With its answer. */
  public Question(Ask ask, boolean reasons, Answered answered) {
    this(ask, reasons, answered.resolved(), null, null);
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

  /** One step of the engine's rewriting: this when there is nothing to do here. */
  public Question rewrite(QueryRewriteContext context, Oracle oracle) {
    QueryCoordinatorContext coordinator = context.convertToCoordinatorContext();
    if (resolved != null) {
      return coordinator != null || networks != null || resolved.networks().isEmpty()
          ? this
          : held(context, oracle);
    }
    if (pending != null) {
      Resolved answer = pending.get();
      return answer == null ? this : new Question(ask, reasons, answer, null, null);
    }
    if (coordinator == null) {
      return this;
    }
    SetOnce<Resolved> answer = new SetOnce<>();
    String[] indices = coordinator.getSearchRequest().indices();
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
                      answer.set(found.resolved());
                      listener.onResponse(null);
                    },
                    listener::onFailure)));
    return new Question(ask, reasons, null, answer, null);
  }

  /**
   * On a node that ranks: with its networks. They are loaded in the first phase that comes to the
   * shard, where the engine waits for it; in later ones they are there.
   */
  private Question held(QueryRewriteContext context, Oracle oracle) {
    Set<String> ids = resolved.networks();
    Map<String, Network> held = oracle.held(ids);
    if (held.keySet().containsAll(ids)) {
      return new Question(ask, reasons, resolved, null, held);
    }
    context.registerAsyncAction((client, listener) -> oracle.hold(ids, listener));
    return this;
  }

  /**
   * What to run on a shard.
   *
   * @param filter what candidates must match beside not being hidden; null for everything
   */
  public Plan plan(QueryShardContext context, IndexFacts facts, Query filter) throws IOException {
    if (resolved == null) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a kindred request cannot be used here: only _search, _msearch and _recommend"
                  + " resolve it before it reaches index [%s]",
              context.getFullyQualifiedIndex().getName()));
    }
    Request request = ask.request(resolved.now());
    Query typed = ask.text().isBlank() ? null : facts.schema().textQuery(ask.text());
    ResolvedRequest ready =
        new ResolvedRequest(
                request,
                new UserState(ask.user(), List.of(), Map.of()),
                resolved.encodings(),
                typed,
                admitted(context, standing(context, profile(facts), filter)))
            .holding(networks == null ? Map.of() : networks);
    return profile(facts).plan(ready);
  }

  /** The ranking that is asked for. */
  public Profile profile(IndexFacts facts) {
    return facts.profiles().of(ask.request(resolved.now()));
  }

  /** The filter with the conditions of the ranking itself. */
  private static Query standing(QueryShardContext context, Profile profile, Query filter)
      throws IOException {
    if (profile.filter().isEmpty()) {
      return filter;
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(filter == null ? MatchAllDocsQuery.INSTANCE : filter, Occur.FILTER);
    for (Filter.Condition one : profile.filter()) {
      QueryBuilder condition =
          switch (one.operator()) {
            case EQUAL, NOT_EQUAL -> new TermQueryBuilder(one.field(), one.value());
            case AT_LEAST -> new RangeQueryBuilder(one.field()).gte(one.value());
            case AT_MOST -> new RangeQueryBuilder(one.field()).lte(one.value());
          };
      boolean not = one.operator() == Filter.Operator.NOT_EQUAL;
      all.add(condition.toQuery(context), not ? Occur.MUST_NOT : Occur.FILTER);
    }
    return all.build();
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
