package dev.kindred.examples.bookshop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.examples.bookshop.web.ShopServer;
import dev.kindred.request.Request;
import dev.kindred.tools.cli.Action;
import dev.kindred.tools.cli.Answer;
import dev.kindred.tools.cli.AnswerJson;
import dev.kindred.tools.cli.AnswerText;
import dev.kindred.tools.cli.Json;
import dev.kindred.tools.cli.Labels;
import dev.kindred.tools.cli.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what Kindred does, on a bookshop of real books and simulated readers. */
@Command(
    name = "demo",
    description = {
      "Build a shop of 670 real books, 180 real films and 300 simulated readers, show a search,"
          + " 'more like this' and 'for you' with reasons, then serve a web page on this machine."
    },
    footerHeading = "%nExample:%n",
    footer = {"  kindred demo --port 8080", "  kindred demo --once"})
public final class DemoCommand extends Action {
  private static final String TEXT = "vampires in a castle";
  private static final String BOOK = "dracula";
  private static final String READER = "reader-gothic";
  private static final int SIZE = 5;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Where to serve the page. Default: ${DEFAULT-VALUE}; 0 takes a free one.")
  private int port;

  @Option(names = "--once", description = "Stop after printing; serve nothing.")
  private boolean once;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "The index folder; built when missing or stale. Default: beside the classes.")
  private Path dir;

  @Override
  protected void run() throws Exception {
    if (port < 0 || port > 65_535) {
      throw wrongUsage("--port must be from 0 to 65535, was " + port);
    }
    Path folder = dir == null ? Bookshop.defaultFolder() : dir;
    CountDownLatch closed = new CountDownLatch(1);
    try (Bookshop shop = open(folder)) {
      if (globals().json()) {
        printJson(shop);
      } else {
        print(shop, folder);
      }
      if (!once) {
        serve(shop, closed);
      }
    } finally {
      closed.countDown();
    }
  }

  private Bookshop open(Path folder) throws IOException {
    if (!Bookshop.isBuilt(folder)) {
      remark("building the bookshop's index in " + folder + " …");
    }
    return Bookshop.open(folder);
  }

  /** One of the three answers on show. */
  private record Show(String caption, String key, String command, Request request) {}

  private static List<Show> shows() {
    return List.of(
        new Show("A search: " + TEXT, "search", "search \"" + TEXT + "\"", Request.search(TEXT)),
        new Show("More like Dracula", "like", "like " + BOOK, Request.like(BOOK)),
        new Show(
            "For " + READER + ", who is simulated",
            "recommend",
            "recommend --user " + READER,
            Request.user(READER)));
  }

  private void print(Bookshop shop, Path folder) throws IOException {
    out()
        .println(
            "The Kindred bookshop: "
                + shop.count(Catalogue.BOOKS)
                + " real books, "
                + shop.count(Catalogue.FILMS)
                + " real films and "
                + shop.readers().size()
                + " simulated readers (nobody's real reading).");
    List<String> labels = Labels.of(shop.recommender().schema());
    for (Show show : shows()) {
      out().println();
      out().println(show.caption);
      out().println("  $ ./kindred " + show.command + " --size " + SIZE + " --index " + folder);
      Words words = Words.forSeeds(show.request.like());
      new AnswerText(out(), labels, words).print(ask(shop, show), 0);
    }
    out().flush();
  }

  private void printJson(Bookshop shop) throws IOException {
    ObjectNode json = Json.object();
    for (Show show : shows()) {
      json.set(show.key, AnswerJson.of(ask(shop, show)));
    }
    out().println(Json.line(json));
    out().flush();
  }

  private static Answer ask(Bookshop shop, Show show) throws IOException {
    return Answer.of(shop.recommender(), show.request.size(SIZE), "demo-" + show.key);
  }

  /**
   * Until the process is told to stop; requests under way are answered first.
   *
   * @param closed told when the shop is closed too
   */
  private void serve(Bookshop shop, CountDownLatch closed) throws Exception {
    CountDownLatch stop = new CountDownLatch(1);
    try (ShopServer server = ShopServer.start(shop, port)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stop, closed), "stop"));
      remark("");
      remark("The shop is open at " + server.url() + " (this machine only); Ctrl-C closes it.");
      stop.await();
    }
  }

  private static void stop(CountDownLatch stop, CountDownLatch closed) {
    stop.countDown();
    try {
      if (!closed.await(10, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
