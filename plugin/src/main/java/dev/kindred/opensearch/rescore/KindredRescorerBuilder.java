package dev.kindred.opensearch.rescore;

import dev.kindred.opensearch.ask.AskParser;
import dev.kindred.opensearch.ask.Oracle;
import dev.kindred.opensearch.ask.Question;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Supplier;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;
import org.opensearch.core.xcontent.XContentBuilder;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.core.xcontent.XContentParser.Token;
import org.opensearch.index.query.QueryRewriteContext;
import org.opensearch.index.query.QueryShardContext;
import org.opensearch.search.rescore.RescoreContext;
import org.opensearch.search.rescore.RescorerBuilder;

/**
 * {@code "rescore": {"window_size": 500, "kindred": {"profile": "home", "user": "u42"}}}: gives the
 * best hits of any query the blend's scores. Hits below the window keep theirs and stay below.
 */
public final class KindredRescorerBuilder extends RescorerBuilder<KindredRescorerBuilder> {
  public static final String NAME = "kindred";

  private final Question question;
  private final Supplier<Oracle> oracle;

  public KindredRescorerBuilder(Question question, Supplier<Oracle> oracle) {
    this.question = question;
    this.oracle = oracle;
  }

  public KindredRescorerBuilder(StreamInput in, Supplier<Oracle> oracle) throws IOException {
    super(in);
    this.question = new Question(in);
    this.oracle = oracle;
  }

  /** Reads the rescorer's object; unknown keys are errors. */
  public static KindredRescorerBuilder fromXContent(XContentParser parser, Supplier<Oracle> oracle)
      throws IOException {
    AskParser ask = new AskParser();
    while (parser.nextToken() != Token.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      ask.read(key, parser);
    }
    return new KindredRescorerBuilder(new Question(ask.ask(), false), oracle);
  }

  @Override
  protected void doWriteTo(StreamOutput out) throws IOException {
    question.writeTo(out);
  }

  @Override
  protected void doXContent(XContentBuilder json, Params params) throws IOException {
    json.startObject(NAME);
    question.ask().toXContent(json);
    json.endObject();
  }

  @Override
  public String getWriteableName() {
    return NAME;
  }

  @Override
  public RescorerBuilder<KindredRescorerBuilder> rewrite(QueryRewriteContext context) {
    Question asked = question.rewrite(context, oracle.get());
    if (asked == question) {
      return this;
    }
    KindredRescorerBuilder rewritten = new KindredRescorerBuilder(asked, oracle);
    return windowSize == null ? rewritten : rewritten.windowSize(windowSize);
  }

  @Override
  protected RescoreContext innerBuildContext(int windowSize, QueryShardContext context)
      throws IOException {
    return new BlendRescore(windowSize, question.plan(context, oracle.get(), null));
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other)
        && other instanceof KindredRescorerBuilder builder
        && builder.question.equals(question);
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), question);
  }
}
