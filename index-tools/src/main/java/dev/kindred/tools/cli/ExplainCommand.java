package dev.kindred.tools.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Recommender;
import dev.kindred.Why;
import dev.kindred.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "explain",
    description = "Why an item is recommended, or why it is not.",
    footerHeading = "%nExample:%n",
    footer = {
      "  kindred explain carmilla --like dracula --index index",
      "  kindred explain 50 --user 196 --index index"
    })
final class ExplainCommand extends Action {
  @Mixin private QueryOptions options;

  @Parameters(paramLabel = "ID", description = "The item in question.")
  private String id;

  @Option(
      names = "--like",
      arity = "1..*",
      split = ",",
      paramLabel = "ID",
      description = "Ask about 'more like these items'.")
  private List<String> like = new ArrayList<>();

  @Option(
      names = "--unlike",
      arity = "1..*",
      split = ",",
      paramLabel = "ID",
      description = "With --like: items to stay away from.")
  private List<String> unlike = new ArrayList<>();

  @Option(names = "--text", paramLabel = "TEXT", description = "Ask about a search for this text.")
  private String text = "";

  @Override
  protected void run() throws Exception {
    if (options.user == null && options.history.isEmpty() && like.isEmpty() && text.isBlank()) {
      throw wrongUsage("explain which answer? give --user, --history, --like or --text");
    }
    Request request =
        usage(() -> options.request(globals(), console()))
            .like(like)
            .unlike(unlike.toArray(String[]::new))
            .text(text);
    try (Recommender recommender = Recommender.open(options.index, console().clock())) {
      Why why = recommender.explain(request, id);
      if (globals().json()) {
        out().println(Json.line(json(why)));
      } else {
        print(why, Labels.of(recommender.schema()), Words.forSeeds(like));
      }
    }
  }

  private static ObjectNode json(Why why) {
    ObjectNode json = Json.object();
    json.put("id", why.itemId());
    json.put("verdict", why.verdict().name().toLowerCase(Locale.ROOT));
    json.put("rank", why.rank());
    json.set("notes", Json.tree(why.notes()));
    json.set("explanation", why.explanation() == null ? null : AnswerJson.of(why.explanation()));
    return json;
  }

  private void print(Why why, List<String> labels, Words words) {
    out().println(why.itemId() + ": " + verdict(why));
    why.notes().forEach(note -> out().println("  - " + note));
    if (why.explanation() != null) {
      new AnswerText(out(), labels, words).print(why.explanation(), 2);
    }
  }

  private static String verdict(Why why) {
    return switch (why.verdict()) {
      case RANKED -> "recommended at rank " + why.rank();
      case UNKNOWN -> "not recommended: the index has no such item";
      case SEEN -> "not recommended: it was seen already; --include-seen lets it appear";
      case FILTERED -> "not recommended: it does not meet the filter";
      case NOT_PROPOSED -> "not recommended: no retriever proposed it";
    };
  }
}
