package dev.kindred.tools.push;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.data.Event;
import dev.kindred.data.UserState;

/** A user as the cluster's document. */
final class UserDocument {
  private UserDocument() {}

  static ObjectNode of(UserState user) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ArrayNode history = document.putArray("history");
    for (Event event : user.history()) {
      history
          .addObject()
          .put("item", event.itemId())
          .put("type", event.type())
          .put("value", event.value())
          .put("time", event.time().toEpochMilli());
    }
    ObjectNode attributes = document.putObject("attributes");
    user.attributes().forEach(attributes::put);
    document.putArray("taken");
    return document;
  }
}
