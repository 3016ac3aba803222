package dev.kindred.examples.bookshop.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.tools.cli.Json;
import io.javalin.http.Context;

/** Writes JSON. */
final class Replies {
  private Replies() {}

  static void json(Context request, JsonNode tree) {
    request.contentType("application/json; charset=utf-8").result(Json.line(tree));
  }
}
