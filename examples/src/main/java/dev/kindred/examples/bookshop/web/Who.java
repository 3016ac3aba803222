package dev.kindred.examples.bookshop.web;

import dev.kindred.data.Item;
import dev.kindred.examples.bookshop.Bookshop;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;

/** Knows the readers and the items that a request may name. */
record Who(Bookshop shop) {
  private static final Pattern GUEST = Pattern.compile("guest-[0-9a-f]{8}");

  /** An id for somebody who has done nothing yet. */
  static String newcomer() {
    return "guest-" + UUID.randomUUID().toString().substring(0, 8);
  }

  static boolean isGuest(String id) {
    return GUEST.matcher(id).matches();
  }

  /** Null when the parameter is absent. */
  String reader(Parameters given) throws IOException {
    String id = given.optional("user");
    return id == null ? null : reader(id);
  }

  /**
   * @throws BadRequest when there is no such reader
   */
  String reader(String id) throws IOException {
    if (!isGuest(id) && shop.recommender().users().find(id).isEmpty()) {
      throw new BadRequest(404, "there is no reader '" + id + "'");
    }
    return id;
  }

  /**
   * @throws BadRequest when there is no such item
   */
  Item item(String id) {
    return shop.item(id)
        .orElseThrow(() -> new BadRequest(404, "there is no book or film '" + id + "'"));
  }
}
