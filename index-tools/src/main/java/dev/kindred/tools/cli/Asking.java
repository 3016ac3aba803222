package dev.kindred.tools.cli;

import dev.kindred.Recommender;
import dev.kindred.Why.Verdict;
import dev.kindred.impressions.ImpressionLog;
import dev.kindred.index.Schema;
import dev.kindred.request.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that asks the index one request and prints the page. */
abstract class Asking extends Action {
  @Mixin private QueryOptions options;

  @Option(names = "--explain", description = "Show for each item how its score came about.")
  private boolean explain;

  @Option(
      names = "--log-impression",
      description = "Note the page under its request_id; events that follow it bring the id back.")
  private boolean logged;

  /** The request, made from the common one. */
  abstract Request ask(Request common);

  /** The request, now that the index and what its fields mean are known. */
  Request narrowed(Request request, Schema schema) {
    return request;
  }

  final QueryOptions options() {
    return options;
  }

  @Override
  protected final void run() throws Exception {
    Request common = usage(() -> options.request(globals(), console()));
    Request request = ask(explain ? common.explain() : common);
    try (Recommender recommender = Recommender.open(options.index, console().clock())) {
      Request narrowed = narrowed(request, recommender.schema());
      Answer answer = Answer.of(recommender, narrowed, requestId());
      if (logged) {
        String profile = recommender.profiles().of(narrowed).name();
        ImpressionLog.of(options.index)
            .shown(answer.requestId(), narrowed.profile(profile), answer.page());
      }
      if (globals().json()) {
        out().println(Json.line(AnswerJson.of(answer)));
        return;
      }
      List<String> seeds = new ArrayList<>(request.like());
      new AnswerText(out(), Labels.of(recommender.schema()), Words.forSeeds(seeds))
          .print(answer, request.from());
      if (answer.page().items().isEmpty()) {
        remarkUnknown(seeds, narrowed, recommender);
      }
    }
  }

  /** A mistyped id is like nothing. */
  private void remarkUnknown(List<String> ids, Request request, Recommender recommender)
      throws IOException {
    for (String id : ids) {
      if (recommender.explain(request, id).verdict() == Verdict.UNKNOWN) {
        remark("the index has no item '" + id + "'");
      }
    }
  }

  private String requestId() {
    if (!globals().seeded()) {
      return UUID.randomUUID().toString();
    }
    SplittableRandom random = new SplittableRandom(globals().seed());
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
