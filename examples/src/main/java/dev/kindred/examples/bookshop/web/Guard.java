package dev.kindred.examples.bookshop.web;

import io.javalin.http.Context;
import java.util.Set;

/**
 * Turns away what no page of the shop would send: names of other hosts, which DNS rebinding
 * produces, writing from other sites, and more than the limits allow. Thread-safe.
 */
final class Guard {
  /** A header that pages of other sites cannot send without this server's consent. */
  static final String OWN = "X-Kindred";

  private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final Set<String> NEAR = Set.of("", "same-origin", "none");

  private static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src"
          + " 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Limits limits;
  private final Throttle throttle;

  Guard(Limits limits) {
    this.limits = limits;
    this.throttle = new Throttle(limits.perSecond(), limits.burst(), System::nanoTime);
  }

  /**
   * @throws BadRequest when the request is turned away
   */
  void check(Context request) {
    protect(request);
    String host = header(request, "Host");
    if (!HOSTS.contains(host.replaceFirst(":\\d+$", ""))) {
      throw new BadRequest(403, "this server answers requests to localhost only");
    }
    String query = request.queryString();
    if (query != null && query.length() > limits.queryCharacters()) {
      throw new BadRequest(
          414, "the query is longer than " + limits.queryCharacters() + " characters");
    }
    if (request.path().startsWith("/api/") && !throttle.admits()) {
      request.header("Retry-After", "1");
      throw new BadRequest(429, "too many requests; wait a second");
    }
    if (!READING.contains(request.method().name())) {
      requireOwn(request, host);
    }
  }

  private static void protect(Context request) {
    request.header("Content-Security-Policy", CONTENT);
    request.header("X-Content-Type-Options", "nosniff");
    request.header("X-Frame-Options", "DENY");
    request.header("Referrer-Policy", "no-referrer");
    request.header("Cross-Origin-Opener-Policy", "same-origin");
    request.header("Cross-Origin-Resource-Policy", "same-origin");
    request.header("Permissions-Policy", "geolocation=(), camera=(), microphone=()");
    request.header("Cache-Control", "no-store");
  }

  private static void requireOwn(Context request, String host) {
    String origin = header(request, "Origin");
    boolean foreign = !origin.isEmpty() && !origin.equals("http://" + host);
    if (foreign || !NEAR.contains(header(request, "Sec-Fetch-Site"))) {
      throw new BadRequest(403, "only the shop's own page may write");
    }
    if (header(request, OWN).isEmpty()) {
      throw new BadRequest(403, "a request that writes carries the header " + OWN);
    }
    String type = header(request, "Content-Type");
    if (!type.equals("application/json") && !type.startsWith("application/json;")) {
      throw new BadRequest(415, "the body is '" + type + "', expected application/json");
    }
  }

  private static String header(Context request, String name) {
    String value = request.header(name);
    return value == null ? "" : value;
  }
}
