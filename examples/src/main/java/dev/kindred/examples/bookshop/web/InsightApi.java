package dev.kindred.examples.bookshop.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Recommender;
import dev.kindred.data.Item;
import dev.kindred.examples.bookshop.Bookshop;
import dev.kindred.index.Generations;
import dev.kindred.model.Manifest;
import dev.kindred.tools.cli.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is inside the index. */
record InsightApi(Bookshop shop) {
  private static final String REPORT =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  /** Counts, bytes and the models. */
  JsonNode index(Parameters given) throws IOException {
    Recommender recommender = shop.recommender();
    Path current = current();
    ObjectNode json = Json.object();
    json.put("items", recommender.size()).put("users", recommender.users().ids().size());
    json.put("evaluated", shop.evaluation().report().isPresent());
    json.put("generation", current.getFileName().toString());
    json.put("bytes_items", bytes(current.resolve(Generations.ITEMS)));
    json.put("bytes_users", bytes(current.resolve(Generations.USERS)));
    json.set("schema", Json.tree(recommender.schema()));
    ArrayNode models = json.putArray("models");
    new TreeMap<>(recommender.models())
        .forEach((name, model) -> models.add(model(model.manifest(), current)));
    return json;
  }

  /** Measures the models; the report is then a page of its own. */
  JsonNode evaluate() throws IOException {
    shop.evaluation().measure();
    return Json.object().put("evaluated", true);
  }

  /** The report, which brings its own styles and nothing that runs. */
  void report(Context request) throws IOException {
    String report =
        shop.evaluation()
            .report()
            .orElseThrow(() -> new BadRequest(404, "nothing was evaluated yet"));
    request.header("Content-Security-Policy", REPORT);
    request.contentType("text/html; charset=utf-8").result(report);
  }

  private Path current() throws IOException {
    try (Generations generations = Generations.at(shop.folder())) {
      return generations.current();
    }
  }

  private static ObjectNode model(Manifest manifest, Path generation) {
    ObjectNode json = Json.object().put("name", manifest.name()).put("kind", manifest.kind());
    json.put("version", manifest.version());
    json.put("bytes", bytes(generation.resolve(Generations.MODELS).resolve(manifest.name())));
    json.set("parameters", Json.tree(new TreeMap<>(manifest.trainer())));
    json.set("data", Json.tree(new TreeMap<>(manifest.data())));
    json.set("fields", Json.tree(manifest.fields()));
    json.put("dense", manifest.fields().stream().anyMatch(field -> field.type().equals("vector")));
    return json;
  }

  private static long bytes(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(InsightApi::size).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The catalogue as a dense model sees it, in two dimensions. */
  JsonNode map(Parameters given) {
    var model = shop.recommender().models().get(given.required("model"));
    if (model == null) {
      throw new BadRequest(404, "there is no model '" + given.required("model") + "'");
    }
    Map<Item, float[]> vectors = Plane.vectors(model, shop.items());
    if (vectors.isEmpty()) {
      throw new BadRequest("the model '" + model.manifest().name() + "' has no vectors");
    }
    Plane plane = Plane.of(List.copyOf(vectors.values()));
    ObjectNode json = Json.object();
    json.set("shares", Json.tree(plane.shares()));
    ArrayNode points = json.putArray("points");
    int i = 0;
    for (Item item : vectors.keySet()) {
      points
          .addObject()
          .put("id", item.id())
          .put("title", item.text("title"))
          .put("domain", item.text("domain"))
          .put("x", plane.x()[i])
          .put("y", plane.y()[i++])
          .set("subjects", Json.tree(item.values("subjects")));
    }
    return json;
  }

  /** How each profile makes its signals comparable. */
  JsonNode curves(Parameters given) {
    ObjectNode json = Json.object();
    ArrayNode profiles = json.putArray("profiles");
    new TreeMap<>(shop.recommender().profiles().byName())
        .forEach((name, profile) -> profiles.add(Curves.of(profile)));
    return json;
  }
}
