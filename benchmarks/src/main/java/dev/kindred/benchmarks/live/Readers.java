package dev.kindred.benchmarks.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.Recommender;
import dev.kindred.benchmarks.report.Sample;
import dev.kindred.data.Event;
import dev.kindred.data.UserStore.Arrival;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Request;
import dev.kindred.tools.build.BuildListener;
import dev.kindred.tools.build.BuildSpec;
import dev.kindred.tools.build.IndexBuilder;
import dev.kindred.tools.read.DataFolder;
import dev.kindred.tools.read.Inputs;
import dev.kindred.tools.read.config.EventRules;
import dev.kindred.tools.simulate.Simulator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Recommendations for many readers at once, while nobody writes and while somebody does. */
final class Readers {
  static final int READERS = 16;
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final int SIZE = 20;

  /** A profile, and the bandit that arranges it. */
  static final String SHELF = "shelf";

  private static final String SHELF_JSON =
      """
      {"retrievers": [{"popular": {"field": "model.popularity"}}],
       "signals": [{"name": "popularity",
         "signal": {"popularity": {"field": "model.popularity"}}}],
       "arrangers": [{"thompson": {"bandit": "shelf", "draws": 1}}]}
      """;

  private final Path index;
  private final List<String> users;

  /**
   * What readers met.
   *
   * @param waits milliseconds for a page
   * @param torn pages that are not whole: too short, an item twice, or one just seen
   * @param written events that were acknowledged meanwhile
   */
  record Met(Sample waits, long torn, long written) {}

  private Readers(Path index, List<String> users) {
    this.index = index;
    this.users = users;
  }

  /** Builds an index of simulated readers: ten events an item, a reader for every four items. */
  static Readers build(Path folder, int items, long seed, int threads) throws IOException {
    Path data = folder.resolve("data");
    new Simulator(seed, items, items / 4, 10 * items).write(data);
    DataFolder files = Inputs.STRICT.folder(data);
    Map<String, Map<String, String>> models = new LinkedHashMap<>();
    for (String model : List.of("popularity", "trend", "content", "itemknn")) {
      models.put(model, Map.of());
    }
    new IndexBuilder(BuildListener.NONE)
        .build(
            new BuildSpec(
                folder.resolve("index"),
                files.items(),
                Optional.of(files.events()),
                EventRules.COMMON,
                models,
                Map.of(SHELF, new ObjectMapper().readTree(SHELF_JSON)),
                NOW,
                seed,
                threads));
    Set<String> users = new HashSet<>();
    files.events().read((user, item, type, value, time) -> users.add(user));
    return new Readers(folder.resolve("index"), users.stream().sorted().toList());
  }

  Path index() {
    return index;
  }

  static Recommender open(Path index) throws IOException {
    return Recommender.open(index, InstantSource.fixed(NOW));
  }

  /**
   * @param writing whether one thread appends events without a pause
   */
  Met ask(double seconds, boolean writing) throws IOException, InterruptedException {
    AtomicBoolean done = new AtomicBoolean();
    try (Recommender recommender = open(index);
        ExecutorService pool = Executors.newFixedThreadPool(READERS + 1)) {
      Future<Long> writer = pool.submit(() -> writing ? write(recommender, done) : 0L);
      List<Future<Met>> readers = new ArrayList<>();
      for (int reader = 0; reader < READERS; reader++) {
        SplittableRandom random = new SplittableRandom(reader);
        readers.add(pool.submit(() -> read(recommender, random, done)));
      }
      Thread.sleep((long) (seconds * 1000));
      done.set(true);
      Sample waits = new Sample();
      long torn = 0;
      for (Future<Met> reader : readers) {
        Met met = reader.get();
        torn += met.torn;
        for (int i = met.waits.size() / 5; i < met.waits.size(); i++) {
          waits.add(met.waits.get(i));
        }
      }
      return new Met(waits, torn, writer.get());
    } catch (ExecutionException e) {
      throw new IOException("a reader or the writer failed", e.getCause());
    }
  }

  private long write(Recommender recommender, AtomicBoolean done) throws IOException {
    SplittableRandom random = new SplittableRandom(99);
    long written = 0;
    while (!done.get()) {
      String user = users.get(random.nextInt(users.size()));
      Event event =
          new Event(user, "live" + written, Event.VIEW, 1, NOW.minusMillis(random.nextInt(1000)));
      recommender.receive(List.of(new Arrival(event, "e" + written, null)));
      written++;
    }
    return written;
  }

  private Met read(Recommender recommender, SplittableRandom random, AtomicBoolean done)
      throws IOException {
    Sample waits = new Sample();
    long torn = 0;
    while (!done.get()) {
      Request request = Request.user(users.get(random.nextInt(users.size()))).size(SIZE);
      long before = System.nanoTime();
      Recommendations page = recommender.recommend(request);
      waits.add((System.nanoTime() - before) / 1e6);
      Set<String> ids = new HashSet<>();
      page.items().forEach(item -> ids.add(item.itemId()));
      torn += ids.size() == SIZE ? 0 : 1;
    }
    return new Met(waits, torn, 0);
  }
}
