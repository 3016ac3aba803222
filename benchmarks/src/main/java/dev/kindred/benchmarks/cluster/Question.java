package dev.kindred.benchmarks.cluster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.model.Encoding;
import dev.kindred.request.Request;
import java.util.Collection;
import java.util.List;

/**
 * One request, as the embedded engine takes it and as bodies for the cluster. The plain search asks
 * the same index for as much without the plugin's query: the typed words, every term that the
 * models look for, and one scan of the documents with a vector for each vector, as a small index is
 * searched for its nearest.
 *
 * @param request for the embedded engine
 * @param kindred the body of a search by the plugin's query
 * @param plain the body of the search beside it
 * @param page the body of a whole recommendation
 */
record Question(Request request, ObjectNode kindred, ObjectNode plain, ObjectNode page) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /**
   * @param text the fields of typed words
   * @param encodings what the models say of the user
   */
  static Question of(Request request, List<String> text, Collection<Encoding> encodings) {
    ObjectNode asked = asked(request);
    ObjectNode query = JSON.objectNode();
    query.set("kindred", asked);
    return new Question(
        request,
        search(request, query),
        search(request, plain(request, text, encodings)),
        asked.deepCopy().put("size", request.size()));
  }

  private static ObjectNode asked(Request request) {
    ObjectNode asked = JSON.objectNode();
    asked.put("profile", request.profile()).put("user", request.userId());
    asked.put("text", request.text()).put("now", request.now().toEpochMilli());
    request.like().forEach(asked.withArrayProperty("like")::add);
    return asked;
  }

  private static ObjectNode search(Request request, ObjectNode query) {
    ObjectNode search = JSON.objectNode();
    search.set("query", query);
    search.put("size", request.size()).put("track_total_hits", true);
    search.putArray("sort").add("_score").add("_tie");
    search.putObject("_source").putArray("excludes").add("model");
    return search;
  }

  private static ObjectNode plain(
      Request request, List<String> text, Collection<Encoding> encodings) {
    ObjectNode query = JSON.objectNode();
    ArrayNode should = query.putObject("bool").putArray("should");
    if (!request.text().isEmpty()) {
      ObjectNode words = should.addObject().putObject("multi_match");
      words.put("query", request.text());
      text.forEach(words.putArray("fields")::add);
    }
    encodings.forEach(encoding -> add(should, encoding));
    return query;
  }

  private static void add(ArrayNode should, Encoding encoding) {
    switch (encoding) {
      case Encoding.Dense dense -> {
        ObjectNode scan = should.addObject().putObject("function_score");
        scan.putObject("query").putObject("exists").put("field", dense.field());
        scan.putObject("random_score").put("seed", 42).put("field", "_seq_no");
      }
      case Encoding.Sparse sparse ->
          sparse.weights().entrySet().stream()
              .filter(term -> term.getValue() > 0)
              .forEach(
                  term -> {
                    ObjectNode one = should.addObject().putObject("term").putObject(sparse.field());
                    one.put("value", term.getKey()).put("boost", term.getValue());
                  });
      case Encoding.Sum sum -> sum.parts().forEach(part -> add(should, part));
      case Encoding.Learned learned -> {
        // A network proposes nothing.
      }
      case Encoding.None none -> {
        // Nothing to look for.
      }
    }
  }
}
