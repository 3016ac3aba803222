package dev.kindred.examples.bookshop.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.request.Filter.Condition;
import dev.kindred.request.Filter.Operator;
import dev.kindred.request.Request;
import dev.kindred.tools.cli.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the same question is asked from Java, on the command line and of a cluster. */
record Code(Request request, Path index) {

  ObjectNode json() {
    return Json.object()
        .put("java", java())
        .put("cli", commandLine())
        .put("opensearch", openSearch());
  }

  /** A call that compiles where {@code shop} is a {@code Recommender}. */
  String java() {
    StringBuilder code = new StringBuilder("Recommendations page =\n    shop.recommend(\n        ");
    code.append(start());
    for (Condition condition : request.filter().conditions()) {
      code.append(
          call(
              "filter",
              literal(condition.field()),
              literal(condition.operator().symbol()),
              literal(condition.value())));
    }
    if (!request.profile().isEmpty()) {
      code.append(call("profile", literal(request.profile())));
    }
    if (seeded()) {
      code.append(call("seed", String.valueOf(request.seed())));
    }
    if (request.includeSeen()) {
      code.append(call("withSeen"));
    }
    if (request.diversity() > 0) {
      code.append(call("diversity", String.valueOf(request.diversity())));
    }
    if (request.from() > 0) {
      code.append(call("from", String.valueOf(request.from())));
    }
    return code + call("size", String.valueOf(request.size())) + call("explain") + ");";
  }

  private String start() {
    if (!request.text().isEmpty()) {
      return "Request.search(" + literal(request.text()) + ")" + forUser();
    }
    if (!request.like().isEmpty()) {
      return "Request.like(" + literal(request.like().getFirst()) + ")" + forUser();
    }
    return "Request.user(" + literal(request.userId()) + ")";
  }

  private String forUser() {
    return request.userId() == null ? "" : call("forUser", literal(request.userId()));
  }

  private boolean seeded() {
    return request.seed() != Request.EMPTY.seed();
  }

  private static String call(String method, String... arguments) {
    return "\n            ." + method + "(" + String.join(", ", arguments) + ")";
  }

  private static String literal(String text) {
    return Json.line(Json.tree(text));
  }

  /** A command that a POSIX shell runs at the root of the source tree. */
  String commandLine() {
    List<String> words = new ArrayList<>(List.of("./kindred"));
    if (!request.text().isEmpty()) {
      words.addAll(List.of("search", quoted(request.text())));
    } else if (!request.like().isEmpty()) {
      words.addAll(List.of("like", quoted(request.like().getFirst())));
    } else {
      words.add("recommend");
    }
    if (request.userId() != null) {
      words.addAll(List.of("--user", quoted(request.userId())));
    }
    for (Condition c : request.filter().conditions()) {
      words.addAll(List.of("--filter", quoted(c.field() + c.operator().symbol() + c.value())));
    }
    if (!request.profile().isEmpty()) {
      words.addAll(List.of("--profile", quoted(request.profile())));
    }
    if (seeded()) {
      words.addAll(List.of("--seed", String.valueOf(request.seed())));
    }
    if (request.includeSeen()) {
      words.add("--include-seen");
    }
    if (request.diversity() > 0) {
      words.addAll(List.of("--diversity", String.valueOf(request.diversity())));
    }
    if (request.from() > 0) {
      words.addAll(List.of("--from", String.valueOf(request.from())));
    }
    words.addAll(List.of("--size", String.valueOf(request.size())));
    words.addAll(List.of("--index", quoted(index.toString())));
    return String.join(" ", words);
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** A request to a cluster that holds the shop under the name bookshop. */
  String openSearch() {
    ObjectNode body = Json.object();
    if (!request.text().isEmpty()) {
      body.put("text", request.text());
    }
    if (!request.like().isEmpty()) {
      body.set("like", Json.tree(request.like()));
    }
    if (request.userId() != null) {
      body.put("user", request.userId());
    }
    if (!request.profile().isEmpty()) {
      body.put("profile", request.profile());
    }
    if (!request.filter().conditions().isEmpty()) {
      ArrayNode all = body.putObject("filter").putObject("bool").putArray("filter");
      request.filter().conditions().forEach(condition -> all.add(clause(condition)));
    }
    if (seeded()) {
      body.put("seed", request.seed());
    }
    if (request.includeSeen()) {
      body.put("include_seen", true);
    }
    if (request.diversity() > 0) {
      body.put("diversity", request.diversity());
    }
    body.put("from", request.from()).put("size", request.size()).put("explain", true);
    return "POST /_plugins/_kindred/bookshop/_recommend\n" + body.toPrettyString();
  }

  private static ObjectNode clause(Condition condition) {
    ObjectNode clause = Json.object();
    Operator operator = condition.operator();
    if (operator == Operator.AT_LEAST || operator == Operator.AT_MOST) {
      clause
          .putObject("range")
          .putObject(condition.field())
          .put(operator == Operator.AT_LEAST ? "gte" : "lte", year(condition.value()));
    } else {
      clause.putObject("term").put(condition.field(), condition.value());
    }
    return clause;
  }

  /** The engine's dates have years of four digits. */
  private static String year(String value) {
    return String.format(Locale.ROOT, "%04d", Integer.parseInt(value));
  }
}
