package dev.kindred.examples.bookshop.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.examples.bookshop.Bookshop;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.Set;

/** What the web page asks for, as JSON: which path is answered by what. */
record ShopApi(
    AskApi ask, ItemApi items, ReaderApi readers, InsightApi insight, BanditApi bandits) {
  static ShopApi of(Bookshop shop) {
    Who who = new Who(shop);
    return new ShopApi(
        new AskApi(shop, who),
        new ItemApi(shop, who),
        new ReaderApi(shop, who),
        new InsightApi(shop),
        new BanditApi(shop));
  }

  /** Answers parameters. */
  interface Question {
    JsonNode answer(Parameters given) throws IOException;
  }

  void addTo(RoutesConfig routes) {
    for (Asked kind : Asked.values()) {
      String path = "/api/" + kind.name().toLowerCase(java.util.Locale.ROOT);
      routes.get(path, get(kind.parameters(), given -> ask.answer(kind, given)));
    }
    routes.get("/api/why", get(ask.whyParameters(), ask::why));
    routes.get("/api/profiles", get(Set.of(), ask::profiles));
    routes.get("/api/item", get(Set.of("id", "user"), items::item));
    routes.get("/api/suggest", get(Set.of("q", "domain"), items::suggest));
    routes.get("/api/readers", get(Set.of(), readers::all));
    routes.get("/api/reader", get(Set.of("user"), readers::one));
    routes.get("/api/index", get(Set.of(), insight::index));
    routes.get("/api/map", get(Set.of("model"), insight::map));
    routes.get("/api/curves", get(Set.of(), insight::curves));
    routes.get("/api/bandit", get(Set.of(), given -> bandits.bandit()));
    routes.get("/insight/evaluation", insight::report);
    routes.post("/api/evaluation", request -> Replies.json(request, insight.evaluate()));
    routes.post("/api/newcomers", request -> Replies.json(request, bandits.visit(request.body())));
    routes.post("/api/newcomer", request -> Replies.json(request, readers.newcomer()));
    routes.post("/api/events", request -> Replies.json(request, readers.receive(request.body())));
    routes.post("/api/forget", request -> Replies.json(request, readers.forget(request.body())));
  }

  static Handler get(Set<String> known, Question question) {
    return request ->
        Replies.json(request, question.answer(Parameters.of(request.queryParamMap(), known)));
  }
}
