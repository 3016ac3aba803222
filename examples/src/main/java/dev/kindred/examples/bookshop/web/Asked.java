package dev.kindred.examples.bookshop.web;

import dev.kindred.request.Request;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** The kinds of lists that the page shows, and how a web request becomes a {@link Request}. */
enum Asked {
  /** What was typed; who looks for something finds it, also when they had it before. */
  SEARCH("q"),
  /** More like an item, by everything known. */
  LIKE("id"),
  /** What those liked who liked an item. */
  ALSO("id"),
  /** For a reader. */
  RECOMMEND("user");

  private static final Set<String> COMMON =
      Set.of(
          "user",
          "domain",
          "subject",
          "language",
          "since",
          "until",
          "profile",
          "visit",
          "diversity",
          "from",
          "size");

  /** The model that knows who took what together. */
  private static final String TOGETHER = "itemknn";

  private static final int DEFAULT_SIZE = 12;
  private static final int LARGEST_SIZE = 100;
  private static final int LARGEST_FROM = 400;
  private static final int OLDEST = -4000;
  private static final int NEWEST = 3000;

  private final String own;

  Asked(String own) {
    this.own = own;
  }

  /** Every parameter that is understood. */
  Set<String> parameters() {
    Set<String> all = new TreeSet<>(COMMON);
    all.add(own);
    return all;
  }

  /** The request, without a clock. */
  Request request(Parameters given, Who who) throws IOException {
    Request request =
        switch (this) {
          case SEARCH -> Request.search(given.required(own)).withSeen();
          case LIKE -> Request.like(who.item(given.required(own)).id());
          case ALSO -> Request.like(who.item(given.required(own)).id()).profile(TOGETHER);
          case RECOMMEND -> Request.user(who.reader(given.required(own)));
        };
    request = narrowed(request.forUser(who.reader(given)), given);
    String profile = given.optional("profile");
    return (profile == null ? request : request.profile(profile))
        .diversity(given.share("diversity"))
        .from(given.whole("from", 0, 0, LARGEST_FROM))
        .size(given.whole("size", DEFAULT_SIZE, 1, LARGEST_SIZE));
  }

  private static Request narrowed(Request request, Parameters given) {
    Request narrow = request;
    if (given.optional("domain") != null) {
      narrow = narrow.filter("domain", "=", given.optional("domain"));
    }
    for (String subject : given.all("subject")) {
      narrow = narrow.filter("subjects", "=", subject);
    }
    if (given.optional("language") != null) {
      narrow = narrow.filter("language", "=", given.optional("language"));
    }
    int since = given.whole("since", OLDEST, OLDEST, NEWEST);
    int until = given.whole("until", NEWEST, OLDEST, NEWEST);
    narrow = since > OLDEST ? narrow.filter("published", ">=", since) : narrow;
    return until < NEWEST ? narrow.filter("published", "<=", until) : narrow;
  }
}
