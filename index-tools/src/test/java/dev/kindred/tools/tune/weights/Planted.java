package dev.kindred.tools.tune.weights;

import dev.kindred.Profile;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.internal.registry.Polymorphic;
import dev.kindred.request.Feature;
import dev.kindred.tools.evaluate.task.Counts;
import dev.kindred.tools.evaluate.task.Query;
import dev.kindred.tools.evaluate.task.Seen;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests whose users choose by a known mixture of signals, with a little noise. */
final class Planted {
  private static final int CANDIDATES = 60;

  private Planted() {}

  /** A profile of so many signals, each saturating with pivot 1, of equal weight. */
  static Profile profile(int signals) throws IOException {
    String parts =
        IntStream.range(0, signals)
            .mapToObj(
                i ->
                    "{\"name\":\"s"
                        + i
                        + "\",\"signal\":{\"field\":{\"field\":\"f"
                        + i
                        + "\"}},\"normalizer\":{\"saturation\":{\"pivot\":1}}}")
            .collect(Collectors.joining(","));
    return Profile.parse(
        "home",
        Polymorphic.json().readTree("{\"retrievers\":[{\"all\":{}}],\"signals\":[" + parts + "]}"));
  }

  /**
   * @param truth what each signal's normalised value is worth to the users
   * @param noise deviation of what else they go by
   */
  static Windows of(int requests, double[] truth, double noise, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    InteractionsBuilder train = new InteractionsBuilder(false, Repeats.ALL);
    for (int i = 0; i < CANDIDATES; i++) {
      train.item("i" + i);
    }
    train.add("somebody", "i0", 1, 0);
    List<Query> queries = new ArrayList<>();
    Window[] windows = new Window[requests];
    for (int r = 0; r < requests; r++) {
      windows[r] = window(truth, noise, random);
      queries.add(new Query("u" + r, List.of(), Instant.EPOCH, windows[r].relevant(), List.of()));
    }
    Task task =
        new Task(
            "planted",
            "nothing",
            Seen.FILTERED,
            train.build(),
            queries,
            List.of(),
            new Counts(1, requests, 0, 0, 0, 0, 0, 0));
    return new Windows(profile(truth.length), task, windows);
  }

  private static Window window(double[] truth, double noise, SplittableRandom random) {
    float[][] raw = new float[truth.length][CANDIDATES];
    String[] ids = new String[CANDIDATES];
    double[] liked = new double[CANDIDATES];
    for (int d = 0; d < CANDIDATES; d++) {
      ids[d] = "i" + d;
      liked[d] = noise * random.nextGaussian();
      for (int s = 0; s < truth.length; s++) {
        raw[s][d] = (float) -Math.log(random.nextDouble());
        liked[d] += truth[s] * raw[s][d] / (raw[s][d] + 1);
      }
    }
    Set<String> chosen = new HashSet<>();
    IntStream.range(0, CANDIDATES)
        .boxed()
        .sorted((a, b) -> Double.compare(liked[b], liked[a]))
        .limit(3)
        .forEach(d -> chosen.add(ids[d]));
    return new Window(ids, raw, chosen, features(random));
  }

  /** Histories of 0 to 99 events, and nothing else. */
  private static Map<Feature, Float> features(SplittableRandom random) {
    Map<Feature, Float> features = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.values()) {
      features.put(feature, 0f);
    }
    features.put(Feature.HISTORY, (float) random.nextInt(100));
    return features;
  }

  /** All requests. */
  static int[] all(Windows windows) {
    return IntStream.range(0, windows.size()).toArray();
  }
}
