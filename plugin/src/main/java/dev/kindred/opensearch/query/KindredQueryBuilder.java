package dev.kindred.opensearch.query;

import dev.kindred.Plan;
import dev.kindred.opensearch.ask.Ask;
import dev.kindred.opensearch.ask.AskParser;
import dev.kindred.opensearch.ask.Oracle;
import dev.kindred.opensearch.ask.Question;
import dev.kindred.opensearch.index.IndexFacts;
import dev.kindred.opensearch.parse.Queries;
import dev.kindred.opensearch.parse.Values;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.lucene.search.Query;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.xcontent.XContentBuilder;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.core.xcontent.XContentParser.Token;
import org.opensearch.index.query.AbstractQueryBuilder;
import org.opensearch.index.query.QueryBuilder;
import org.opensearch.index.query.QueryRewriteContext;
import org.opensearch.index.query.QueryShardContext;

/**
 * {@code {"kindred": {"profile": "home", "user": "u42", "filter": {…}}}}: the candidates of a
 * profile, scored by its blend. The filter is any query of the engine.
 */
public final class KindredQueryBuilder extends AbstractQueryBuilder<KindredQueryBuilder> {
  public static final String NAME = "kindred";

  private static final String FILTER = "filter";
  private static final int LONGEST_NAME = 512;

  private final Question question;
  private final QueryBuilder filter;
  private final Supplier<Oracle> oracle;

  /**
   * @param filter what candidates must match; null for everything
   * @param oracle this node's
   */
  public KindredQueryBuilder(Question question, QueryBuilder filter, Supplier<Oracle> oracle) {
    this.question = question;
    this.filter = filter;
    this.oracle = oracle;
  }

  public KindredQueryBuilder(StreamInput in, Supplier<Oracle> oracle) throws IOException {
    super(in);
    this.question = new Question(in);
    this.filter = in.readOptionalNamedWriteable(QueryBuilder.class);
    this.oracle = oracle;
  }

  /** The builder of a query or nothing else: unknown keys are errors. */
  public static KindredQueryBuilder fromXContent(XContentParser parser, Supplier<Oracle> oracle)
      throws IOException {
    AskParser ask = new AskParser(FILTER, BOOST_FIELD.getPreferredName(), "_name");
    QueryBuilder filter = null;
    float boost = DEFAULT_BOOST;
    String name = null;
    while (parser.nextToken() != Token.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      if (!ask.read(key, parser)) {
        switch (key) {
          case FILTER -> filter = Queries.read(key, parser);
          case "boost" -> boost = (float) Values.number(key, parser);
          default -> name = Values.text(key, parser, LONGEST_NAME);
        }
      }
    }
    return new KindredQueryBuilder(new Question(ask.ask(), false), filter, oracle)
        .boost(boost)
        .queryName(name);
  }

  /** What is asked. */
  public Ask ask() {
    return question.ask();
  }

  @Override
  protected void doWriteTo(StreamOutput out) throws IOException {
    question.writeTo(out);
    out.writeOptionalNamedWriteable(filter);
  }

  @Override
  protected void doXContent(XContentBuilder json, Params params) throws IOException {
    json.startObject(NAME);
    question.ask().toXContent(json);
    if (filter != null) {
      json.field(FILTER, filter, params);
    }
    printBoostAndQueryName(json);
    json.endObject();
  }

  @Override
  public String getWriteableName() {
    return NAME;
  }

  @Override
  protected QueryBuilder doRewrite(QueryRewriteContext context) throws IOException {
    Question asked = question.rewrite(context, oracle.get());
    QueryBuilder rewritten = filter == null ? null : filter.rewrite(context);
    return asked == question && rewritten == filter
        ? this
        : new KindredQueryBuilder(asked, rewritten, oracle).boost(boost()).queryName(queryName());
  }

  @Override
  protected Query doToQuery(QueryShardContext context) throws IOException {
    Query admitted = filter == null ? null : filter.toQuery(context);
    Plan plan = question.plan(context, oracle.get(), admitted);
    IndexFacts facts = oracle.get().facts(context);
    return new PlanQuery(question.profile(facts), plan, question.typed(facts));
  }

  @Override
  protected boolean doEquals(KindredQueryBuilder other) {
    return question.equals(other.question) && Objects.equals(filter, other.filter);
  }

  @Override
  protected int doHashCode() {
    return Objects.hash(question, filter);
  }
}
