package dev.kindred.examples.bookshop.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Resolver;
import dev.kindred.data.Event;
import dev.kindred.data.UserStore.Arrival;
import dev.kindred.data.UserStore.Receipt;
import dev.kindred.examples.bookshop.Bookshop;
import dev.kindred.tools.cli.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Readers: who there is, what they did, and what they do now. */
final class ReaderApi {
  private static final Set<String> TYPES = Set.of(Event.VIEW, Resolver.LIKE, Resolver.UNLIKE);
  private static final int SHOWN = 8;

  private final Bookshop shop;
  private final Who who;

  ReaderApi(Bookshop shop, Who who) {
    this.shop = shop;
    this.who = who;
  }

  /** The simulated readers, then visitors who have done something. */
  JsonNode all(Parameters given) throws IOException {
    Set<String> ids = new LinkedHashSet<>(shop.readers());
    shop.recommender().users().ids().stream().filter(Who::isGuest).forEach(ids::add);
    ObjectNode json = Json.object();
    json.set("readers", Json.tree(ids));
    return json;
  }

  /** What the reader did last, newest first. */
  JsonNode one(Parameters given) throws IOException {
    String reader = who.reader(given.required("user"));
    List<Event> history = shop.history(reader);
    ObjectNode json = Json.object().put("id", reader).put("events", history.size());
    json.put("simulated", !Who.isGuest(reader));
    ArrayNode latest = json.putArray("latest");
    for (Event event : history.subList(0, Math.min(SHOWN, history.size()))) {
      latest
          .addObject()
          .put("id", event.itemId())
          .put("title", shop.item(event.itemId()).map(i -> i.text("title")).orElse(event.itemId()))
          .put("type", event.type());
    }
    return json;
  }

  JsonNode newcomer() {
    return Json.object().put("id", Who.newcomer());
  }

  /** Takes in one event; answers when it is on the disk. */
  JsonNode receive(String body) throws IOException {
    Body given = Body.of(body, Set.of("user", "item", "type", "event_id", "request_id"));
    String type = given.required("type");
    if (!TYPES.contains(type)) {
      throw new BadRequest(
          "'type' is '" + type + "', expected " + String.join(", ", new TreeSet<>(TYPES)));
    }
    String reader = who.reader(given.required("user"));
    String item = who.item(given.required("item")).id();
    int value = type.equals(Resolver.UNLIKE) ? -1 : 1;
    Event event = new Event(reader, item, type, value, Instant.now());
    long start = System.nanoTime();
    Receipt receipt =
        shop.receive(
            List.of(new Arrival(event, given.optional("event_id"), given.optional("request_id"))));
    return Json.object()
        .put("acknowledged", receipt.acknowledged())
        .put("stored", receipt.stored())
        .put("repeated", receipt.repeated())
        .put("took_ms", Math.round((System.nanoTime() - start) / 1e5) / 10.0);
  }

  /** Erases a visitor; simulated readers stay. */
  JsonNode forget(String body) throws IOException {
    String reader = Body.of(body, Set.of("user")).required("user");
    if (!Who.isGuest(reader)) {
      throw new BadRequest("'" + reader + "' is simulated; only visitors can be forgotten");
    }
    Bookshop.Erased erased = shop.forget(reader);
    return Json.object().put("events", erased.events()).put("impressions", erased.impressions());
  }
}
