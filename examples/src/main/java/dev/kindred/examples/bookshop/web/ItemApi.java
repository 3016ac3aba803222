package dev.kindred.examples.bookshop.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Resolver;
import dev.kindred.data.Event;
import dev.kindred.data.Item;
import dev.kindred.examples.bookshop.Bookshop;
import dev.kindred.tools.cli.Json;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/** One item, and titles while somebody types. */
final class ItemApi {
  private static final Set<String> OPINIONS = Set.of(Resolver.LIKE, Resolver.UNLIKE);

  private final Bookshop shop;
  private final Who who;
  private final Suggestions suggestions;

  ItemApi(Bookshop shop, Who who) {
    this.shop = shop;
    this.who = who;
    this.suggestions = new Suggestions(shop.items());
  }

  /** The item, and what the reader thinks of it. */
  JsonNode item(Parameters given) throws IOException {
    Item item = who.item(given.required("id"));
    ObjectNode json = Json.object().put("id", item.id());
    json.set("fields", Json.tree(item.fields()));
    String reader = who.reader(given);
    json.put("opinion", reader == null ? null : opinion(reader, item.id()));
    return json;
  }

  /** The newest, or null when the reader has none. */
  private String opinion(String reader, String item) throws IOException {
    return shop.history(reader).stream()
        .filter(event -> event.itemId().equals(item) && OPINIONS.contains(event.type()))
        .map(Event::type)
        .findFirst()
        .orElse(null);
  }

  JsonNode suggest(Parameters given) {
    String typed = given.required("q").toLowerCase(Locale.ROOT);
    ObjectNode json = Json.object();
    ArrayNode all = json.putArray("suggestions");
    for (Suggestions.Suggestion one : suggestions.of(typed, given.optional("domain"))) {
      all.addObject().put("text", one.text()).put("kind", one.kind()).put("id", one.id());
    }
    return json;
  }
}
