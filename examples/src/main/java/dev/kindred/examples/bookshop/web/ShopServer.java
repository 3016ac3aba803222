package dev.kindred.examples.bookshop.web;

import dev.kindred.examples.bookshop.Bookshop;
import dev.kindred.tools.cli.Json;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Serves the shop's page and its JSON to this machine only. */
public final class ShopServer implements Closeable {
  private static final Logger LOG = System.getLogger(ShopServer.class.getName());
  private static final String LOOPBACK = "127.0.0.1";
  private static final long STOP_MILLIS = 3000;

  private final Javalin server;

  private ShopServer(Javalin server) {
    this.server = server;
  }

  /**
   * Starts to serve.
   *
   * @param port 0 takes a free one
   */
  public static ShopServer start(Bookshop shop, int port) throws IOException {
    return start(shop, port, Limits.USUAL);
  }

  /** Without a bound on the rate of requests, for measuring. */
  public static ShopServer unhurried(Bookshop shop, int port) throws IOException {
    return start(shop, port, Limits.USUAL.unhurried());
  }

  static ShopServer start(Bookshop shop, int port, Limits limits) throws IOException {
    Assets assets = new Assets();
    Javalin server =
        Javalin.create(
            config -> {
              settle(config, limits);
              config.routes.before(new Guard(limits)::check);
              assets.paths().forEach(path -> config.routes.get(path, assets::answer));
              ShopApi.of(shop).addTo(config.routes);
              answerFailures(config, assets);
            });
    return new ShopServer(server.start(LOOPBACK, port));
  }

  private static void settle(JavalinConfig config, Limits limits) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = limits.bodyBytes();
    config.http.prefer405over404 = true;
    config.jetty.threadPool = new QueuedThreadPool(limits.threads(), 4);
    config.jetty.modifyServer(jetty -> jetty.setStopTimeout(STOP_MILLIS));
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setRequestHeaderSize(8192);
        });
  }

  private static void answerFailures(JavalinConfig config, Assets assets) {
    config.routes.exception(
        BadRequest.class, (bad, request) -> fail(request, bad.status(), bad.getMessage(), assets));
    config.routes.exception(
        HttpResponseException.class,
        (bad, request) -> fail(request, bad.getStatus(), said(bad, request), assets));
    config.routes.exception(
        IllegalArgumentException.class,
        (bad, request) -> fail(request, 400, String.valueOf(bad.getMessage()), assets));
    config.routes.exception(
        Exception.class,
        (failure, request) -> {
          LOG.log(Level.ERROR, request.path(), failure);
          fail(request, 500, "the shop failed; its log says why", assets);
        });
  }

  private static String said(HttpResponseException bad, Context request) {
    return switch (bad.getStatus()) {
      case 404 -> "there is nothing at " + request.path();
      case 405 -> request.method() + " is not understood at " + request.path();
      case 413 -> "the body is too large";
      default -> bad.getMessage();
    };
  }

  /** A page for a person who looks for one, JSON for everybody else. */
  private static void fail(Context request, int status, String message, Assets assets) {
    request.status(status);
    String accept = request.header("Accept");
    if (status == 404
        && !request.path().startsWith("/api/")
        && accept != null
        && accept.contains("text/html")) {
      assets.answerMissing(request);
    } else {
      Replies.json(request, Json.object().put("error", message));
    }
  }

  /** Where the page is. */
  public String url() {
    return "http://localhost:" + server.port() + "/";
  }

  /** Takes no new requests, and lets those under way finish. */
  @Override
  public void close() {
    server.stop();
  }
}
