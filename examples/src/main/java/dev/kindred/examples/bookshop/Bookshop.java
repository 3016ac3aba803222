package dev.kindred.examples.bookshop;

import dev.kindred.Recommender;
import dev.kindred.data.Event;
import dev.kindred.data.Item;
import dev.kindred.data.UserStore.Arrival;
import dev.kindred.data.UserStore.Receipt;
import dev.kindred.impressions.ImpressionLog;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Request;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A bookshop that embeds Kindred: real books and films, and readers who are simulated. Thread-safe.
 *
 * <pre>{@code
 * try (Bookshop shop = Bookshop.open(Path.of("bookshop-index"))) {
 *   Recommendations page = shop.recommender().recommend(Request.user("reader-gothic"));
 * }
 * }</pre>
 */
public final class Bookshop implements Closeable {
  private final Path folder;
  private final Recommender recommender;
  private final Map<String, Item> items;
  private final List<String> readers = Readers.names();
  private final Trials trials;
  private final Visitors visitors;
  private final Evaluation evaluation;

  private Bookshop(Path folder, Recommender recommender, Catalogue catalogue) {
    this.folder = folder;
    this.recommender = recommender;
    this.items = catalogue.byId();
    this.evaluation = new Evaluation(folder, catalogue);
    this.trials = new Trials(recommender);
    this.visitors = new Visitors(this);
  }

  /** Opens the shop; its index is built first when it is missing or was built from other items. */
  public static Bookshop open(Path folder) throws IOException {
    return open(folder, Catalogue.load());
  }

  /** The same with a catalogue of one's own. */
  static Bookshop open(Path folder, Catalogue catalogue) throws IOException {
    ShopBuild build = new ShopBuild(folder, catalogue);
    if (!build.isCurrent()) {
      build.run();
    }
    return new Bookshop(folder, Recommender.open(folder), catalogue);
  }

  /** Whether {@link #open} would find its index there as it should be. */
  static boolean isBuilt(Path folder) throws IOException {
    return new ShopBuild(folder, Catalogue.load()).isCurrent();
  }

  /** In the target folder of a checkout, else among temporary files. */
  static Path defaultFolder() {
    Path classes =
        Path.of(Bookshop.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    Path target = classes.getParent();
    return Files.isDirectory(classes) && target.endsWith("target")
        ? target.resolve("bookshop-index")
        : Path.of(System.getProperty("java.io.tmpdir"), "kindred-bookshop-index");
  }

  /** Where the index is. */
  public Path folder() {
    return folder;
  }

  /** What answers requests. */
  public Recommender recommender() {
    return recommender;
  }

  /** Where shown pages are noted. */
  public ImpressionLog impressions() {
    return recommender.impressions();
  }

  /** Whether chance has a hand in the ranking that the request asks for. */
  public boolean explores(Request request) {
    return !recommender.profiles().of(request).bandits().isEmpty();
  }

  /**
   * Notes what a reader was shown, so that events and rewards can refer to it.
   *
   * @param request with its clock set and of a reader
   */
  public void shown(String requestId, Request request, Recommendations page) throws IOException {
    String profile = recommender.profiles().of(request).name();
    impressions().shown(requestId, request.profile(profile), page);
    if (explores(request)) {
      trials.shown(request.userId(), requestId, page);
    }
  }

  /** Takes in what a reader did; when this returns it is on the disk. */
  public Receipt receive(List<Arrival> events) throws IOException {
    Receipt receipt = recommender.receive(events);
    impressions().followed(events);
    trials.followed(events);
    return receipt;
  }

  /**
   * Erases a reader.
   *
   * @return how many events and how many lines of the impression log
   */
  public Erased forget(String reader) throws IOException {
    trials.forget(reader);
    return new Erased(recommender.users().forget(reader), impressions().forget(reader));
  }

  /** What was erased of a reader. */
  public record Erased(int events, int impressions) {}

  /** How well the models find what readers took. */
  public Evaluation evaluation() {
    return evaluation;
  }

  /** Simulated newcomers, who may be let in. */
  public Visitors visitors() {
    return visitors;
  }

  /** How many items a domain has. */
  public long count(String domain) {
    return items.values().stream().filter(i -> i.text(Catalogue.DOMAIN).equals(domain)).count();
  }

  /** Everything the shop has. */
  public Collection<Item> items() {
    return Collections.unmodifiableCollection(items.values());
  }

  /** One item of the catalogue. */
  public Optional<Item> item(String id) {
    return Optional.ofNullable(items.get(id));
  }

  /** The ids of the simulated readers, those named after a taste first. */
  public List<String> readers() {
    return readers;
  }

  /** What the reader did, newest first; empty for a stranger. */
  public List<Event> history(String reader) throws IOException {
    List<Event> history =
        recommender.users().find(reader).map(state -> state.history()).orElse(List.of());
    return new ArrayList<>(history).reversed();
  }

  /** The titles of what the reader took last, newest first. */
  public List<String> latest(String reader, int most) throws IOException {
    Set<String> titles = new LinkedHashSet<>();
    for (Event event : history(reader)) {
      item(event.itemId()).ifPresent(item -> titles.add(item.text("title")));
    }
    return titles.stream().limit(most).toList();
  }

  @Override
  public void close() throws IOException {
    recommender.close();
  }
}
