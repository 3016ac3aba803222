package dev.kindred.examples.bookshop.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Profile;
import dev.kindred.Survey;
import dev.kindred.Why;
import dev.kindred.data.Item;
import dev.kindred.examples.bookshop.Bookshop;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.tools.cli.Answer;
import dev.kindred.tools.cli.AnswerJson;
import dev.kindred.tools.cli.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Lists of items, each with what its score is made of, and why an item is or is not in a list. */
final class AskApi {
  private static final String ITEM = "item";
  private static final String LIST = "list";

  private final Bookshop shop;
  private final Who who;

  AskApi(Bookshop shop, Who who) {
    this.shop = shop;
    this.who = who;
  }

  /** A page; it is noted as shown when it is a reader's. */
  JsonNode answer(Asked kind, Parameters given) throws IOException {
    Request request = seeded(kind.request(given, who), given).now(Instant.now()).explain();
    long start = System.nanoTime();
    Survey survey = shop.recommender().survey(request);
    double millis = (System.nanoTime() - start) / 1e6;
    Answer answer = new Answer(survey.page(), millis, UUID.randomUUID().toString());
    if (request.userId() != null) {
      shop.shown(answer.requestId(), request, answer.page());
    }
    Profile profile = shop.recommender().profiles().of(request);
    ObjectNode json = AnswerJson.of(answer);
    explain(json, answer.page().items(), new Contributions(profile, shop, request.like()));
    json.put("profile", profile.name());
    json.set("facets", Facets.of(items(survey.candidates())));
    json.set("code", new Code(request, shop.folder()).json());
    return json;
  }

  /** Where chance has a hand: of this visit, and the same as long as the visit lasts. */
  private Request seeded(Request request, Parameters given) {
    return shop.explores(request)
        ? request.seed(given.whole("visit", 0, 0, Integer.MAX_VALUE))
        : request;
  }

  private static void explain(ObjectNode page, List<Scored> items, Contributions contributions) {
    for (int i = 0; i < items.size(); i++) {
      ObjectNode json = (ObjectNode) page.get("items").get(i);
      json.remove("explanation");
      json.set("contributions", contributions.of(items.get(i)));
    }
  }

  private List<Item> items(List<String> ids) {
    return ids.stream().flatMap(id -> shop.item(id).stream()).toList();
  }

  /** Those of every list, which list it is, and the item in question. */
  Set<String> whyParameters() {
    Set<String> all = new TreeSet<>(Set.of(ITEM, LIST));
    for (Asked kind : Asked.values()) {
      all.addAll(kind.parameters());
    }
    return all;
  }

  JsonNode why(Parameters given) throws IOException {
    Asked kind = kind(given.required(LIST));
    Item item = who.item(given.required(ITEM));
    Request request = seeded(kind.request(given, who), given).now(Instant.now());
    Why why = shop.recommender().explain(request, item.id());
    Profile profile = shop.recommender().profiles().of(request);
    ObjectNode json = Json.object();
    json.put("id", item.id()).put("title", item.text("title"));
    json.put("verdict", why.verdict().name().toLowerCase(Locale.ROOT)).put("rank", why.rank());
    json.set("notes", Json.tree(why.notes()));
    if (why.explanation() != null) {
      json.put("score", why.explanation().getValue().doubleValue());
      json.set(
          "contributions", new Contributions(profile, shop, request.like()).of(why.explanation()));
      json.set("explanation", AnswerJson.of(why.explanation()));
    }
    return json;
  }

  private static Asked kind(String name) {
    for (Asked kind : Asked.values()) {
      if (kind.name().equalsIgnoreCase(name)) {
        return kind;
      }
    }
    throw new BadRequest(
        "parameter 'list' is '" + name + "', expected search, like, also or recommend");
  }

  JsonNode profiles(Parameters given) {
    ArrayNode names = Json.object().putArray("profiles");
    new TreeSet<>(shop.recommender().profiles().byName().keySet()).forEach(names::add);
    ObjectNode json = Json.object();
    json.set("profiles", names);
    return json;
  }
}
