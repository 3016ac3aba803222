package dev.kindred.opensearch.model;

import dev.kindred.model.Model;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.opensearch.action.ActionRunnable;
import org.opensearch.action.support.GroupedActionListener;
import org.opensearch.common.util.concurrent.ListenableFuture;
import org.opensearch.common.util.concurrent.OpenSearchExecutors;
import org.opensearch.core.action.ActionListener;
import org.opensearch.core.common.breaker.CircuitBreaker;
import org.opensearch.core.common.breaker.CircuitBreakingException;

/**
 * The models this node has loaded, by {@code name@version}. Memory is accounted with a circuit
 * breaker; when it is short, the model that was used longest ago goes. Thread-safe.
 */
public final class ModelCache {
  /** The breaker's name. */
  public static final String BREAKER = "kindred_models";

  private static final String LIMIT = "breaker." + BREAKER + ".limit";

  private final Function<String, LoadedModel> loader;
  private final CircuitBreaker breaker;
  private final Executor executor;
  private final LinkedHashMap<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

  private static final class Entry {
    private final ListenableFuture<Model> model = new ListenableFuture<>();
    private long bytes;
    private Model loaded;
  }

  /**
   * @param loader fetches and opens a model; may block
   * @param breaker trips when models take too much memory
   * @param executor loads
   */
  ModelCache(Function<String, LoadedModel> loader, CircuitBreaker breaker, Executor executor) {
    this.loader = loader;
    this.breaker = breaker;
    this.executor = executor;
  }

  /**
   * Answers with the models, loading those that are not here.
   *
   * @param versions {@code name@version} by name
   */
  public void get(Map<String, String> versions, ActionListener<Map<String, Model>> listener) {
    if (versions.isEmpty()) {
      listener.onResponse(Map.of());
      return;
    }
    GroupedActionListener<Map.Entry<String, Model>> all =
        new GroupedActionListener<>(
            ActionListener.map(listener, ModelCache::joined), versions.size());
    new TreeMap<>(versions)
        .forEach(
            (name, version) ->
                get(version, ActionListener.map(all, model -> Map.entry(name, model))));
  }

  /**
   * The model if it is here.
   *
   * @param version {@code name@version}
   */
  public Optional<Model> loaded(String version) {
    synchronized (entries) {
      Entry entry = entries.get(version);
      return entry == null ? Optional.empty() : Optional.ofNullable(entry.loaded);
    }
  }

  private static Map<String, Model> joined(Iterable<Map.Entry<String, Model>> models) {
    Map<String, Model> joined = new HashMap<>();
    models.forEach(entry -> joined.put(entry.getKey(), entry.getValue()));
    return joined;
  }

  private void get(String version, ActionListener<Model> listener) {
    Entry entry;
    boolean mine;
    synchronized (entries) {
      mine = !entries.containsKey(version);
      entry = entries.computeIfAbsent(version, unused -> new Entry());
    }
    entry.model.addListener(listener, OpenSearchExecutors.newDirectExecutorService());
    if (mine) {
      executor.execute(
          ActionRunnable.supply(
              ActionListener.wrap(
                  entry.model::onResponse,
                  problem -> {
                    drop(version, entry);
                    entry.model.onFailure(problem);
                  }),
              () -> load(version, entry)));
    }
  }

  private Model load(String version, Entry entry) {
    LoadedModel loaded = loader.apply(version);
    synchronized (entries) {
      makeRoom(version, loaded.bytes());
      entry.bytes = loaded.bytes();
      entry.loaded = loaded.model();
    }
    return loaded.model();
  }

  /** Accounts for the bytes, giving up others for them; trips the breaker when none would do. */
  private void makeRoom(String version, long bytes) {
    if (!fits(bytes)) {
      throw new CircuitBreakingException(
          String.format(Locale.ROOT, "model [%s] takes %d bytes; %s", version, bytes, memory()),
          bytes,
          breaker.getLimit(),
          CircuitBreaker.Durability.PERMANENT);
    }
    var oldest = entries.entrySet().iterator();
    while (!fits(breaker.getUsed() + bytes) && oldest.hasNext()) {
      Map.Entry<String, Entry> candidate = oldest.next();
      if (!candidate.getKey().equals(version) && candidate.getValue().bytes > 0) {
        breaker.addWithoutBreaking(-candidate.getValue().bytes);
        oldest.remove();
      }
    }
    breaker.addEstimateBytesAndMaybeBreak(bytes, "kindred model " + version);
  }

  /** As the breaker counts. */
  private boolean fits(long bytes) {
    long limit = breaker.getLimit();
    return limit < 0 || (long) (bytes * breaker.getOverhead()) <= limit;
  }

  /** How much memory there is for models, what has it, and what to do, for errors. */
  public String memory() {
    return String.format(
        Locale.ROOT,
        "this node's %s is %d bytes, of which each counts %s times; loaded are %s; raise the limit",
        LIMIT,
        breaker.getLimit(),
        breaker.getOverhead(),
        sizes());
  }

  private void drop(String version, Entry entry) {
    synchronized (entries) {
      if (entries.remove(version, entry)) {
        breaker.addWithoutBreaking(-entry.bytes);
      }
    }
  }

  /** Bytes of each loaded model by {@code name@version}. */
  public Map<String, Long> sizes() {
    synchronized (entries) {
      Map<String, Long> sizes = new TreeMap<>();
      entries.forEach((version, entry) -> sizes.put(version, entry.bytes));
      return sizes;
    }
  }

  /** Bytes in use, and at most. */
  public long used() {
    return breaker.getUsed();
  }

  public long limit() {
    return breaker.getLimit();
  }
}
