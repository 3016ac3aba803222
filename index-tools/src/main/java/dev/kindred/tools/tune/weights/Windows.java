package dev.kindred.tools.tune.weights;

import dev.kindred.Plan;
import dev.kindred.Profile;
import dev.kindred.index.ItemReader;
import dev.kindred.index.Schema;
import dev.kindred.internal.math.RowParallel;
import dev.kindred.rank.Insight;
import dev.kindred.request.Feature;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import dev.kindred.tools.evaluate.Progress;
import dev.kindred.tools.evaluate.metric.CatalogueStats;
import dev.kindred.tools.evaluate.task.Query;
import dev.kindred.tools.evaluate.task.Task;
import dev.kindred.tools.tune.Serving;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What the signals of one profile say of the candidates of many requests, read once from the index
 * as live requests read it. Takes 4 bytes a request, signal and candidate. Immutable and
 * thread-safe.
 */
public final class Windows {
  private final Profile profile;
  private final Task task;
  private final CatalogueStats catalogue;
  private final Window[] windows;

  Windows(Profile profile, Task task, Window... windows) {
    this.profile = profile;
    this.task = task;
    this.catalogue = CatalogueStats.of(task.train());
    this.windows = windows.clone();
  }

  /**
   * Asks every query of the task.
   *
   * @param profile whose retrievers propose and whose signals judge; its weights do not matter here
   * @param asking the request that stands for a query
   * @throws IllegalArgumentException when the profile joins its signals otherwise than by weights
   */
  public static Windows read(
      Serving serving,
      Profile profile,
      Task task,
      Function<Query, Request> asking,
      int threads,
      Progress progress)
      throws IOException {
    Window[] windows = new Window[task.queries().size()];
    AtomicInteger done = new AtomicInteger();
    try {
      RowParallel.run(
          windows.length,
          8,
          threads,
          (from, to) -> {
            for (int i = from; i < to; i++) {
              Query query = task.queries().get(i);
              windows[i] = window(serving, profile, query, asking.apply(query));
            }
            int soFar = done.addAndGet(to - from);
            synchronized (progress) {
              progress.at(soFar, windows.length);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return new Windows(profile, task, windows);
  }

  private static Window window(Serving serving, Profile profile, Query query, Request asked) {
    try {
      ResolvedRequest request = serving.resolve(asked, profile);
      Plan plan = profile.plan(request);
      int[] docs = plan.candidates().collect(serving.searcher());
      double[][] raw = new Insight(plan.blend(), serving.searcher()).raw(docs);
      ItemReader items = new ItemReader(serving.searcher().getIndexReader());
      String[] ids = new String[docs.length];
      for (int i = 0; i < docs.length; i++) {
        ids[i] = items.id(docs[i]);
      }
      return ordered(ids, raw, query, features(request));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<Feature, Float> features(ResolvedRequest request) {
    Map<Feature, Float> features = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.values()) {
      features.put(feature, feature.of(request.request(), request.user()));
    }
    return features;
  }

  private static Window ordered(
      String[] ids, double[][] raw, Query query, Map<Feature, Float> features) {
    Integer[] order = IntStream.range(0, ids.length).boxed().toArray(Integer[]::new);
    long[] ties = Arrays.stream(ids).mapToLong(Schema::tie).toArray();
    Arrays.sort(order, Comparator.comparingLong(i -> ties[i]));
    String[] sorted = new String[ids.length];
    float[][] values = new float[raw.length][ids.length];
    for (int i = 0; i < ids.length; i++) {
      sorted[i] = ids[order[i]];
      for (int signal = 0; signal < raw.length; signal++) {
        values[signal][i] = (float) raw[signal][order[i]];
      }
    }
    return new Window(sorted, values, query.relevant(), features);
  }

  /** The profile that was asked. */
  public Profile profile() {
    return profile;
  }

  /** The task whose queries were asked. */
  public Task task() {
    return task;
  }

  /** How many requests there are. */
  public int size() {
    return windows.length;
  }

  /** Candidates of all requests. */
  public long candidates() {
    return Arrays.stream(windows).mapToLong(Window::size).sum();
  }

  /** The share of what users chose that is among the candidates: no weights can find more. */
  public double reach() {
    double share = 0;
    for (Window window : windows) {
      share += (double) window.found() / window.relevant().size() / windows.length;
    }
    return share;
  }

  Window get(int request) {
    return windows[request];
  }

  CatalogueStats catalogue() {
    return catalogue;
  }
}
