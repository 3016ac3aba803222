package dev.kindred.tools.rehearse;

import dev.kindred.Profile;
import dev.kindred.Recommender;
import dev.kindred.rank.Normalizer;
import dev.kindred.rank.Part;
import dev.kindred.tools.evaluate.Answerer;
import dev.kindred.tools.evaluate.Evaluator;
import dev.kindred.tools.evaluate.Progress;
import dev.kindred.tools.evaluate.Run;
import dev.kindred.tools.evaluate.metric.Bootstrap;
import dev.kindred.tools.evaluate.metric.Metric;
import dev.kindred.tools.evaluate.task.Query;
import dev.kindred.tools.evaluate.task.Task;
import dev.kindred.tools.tune.Occasion;
import dev.kindred.tools.tune.weights.Tuner;
import dev.kindred.tools.tune.weights.Tuning;
import dev.kindred.tools.tune.weights.Windows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Learns the weights of profiles on a rehearsal and measures what they bring, through the serving
 * path: every request is answered once by the profile as it is, and once with the weights that were
 * learned without it.
 *
 * @param rehearsal trained on the task's training part
 * @param task what it holds out
 * @param tuner how weights are searched
 * @param requests at most so many are asked
 * @param progress by phase, is told how far it is
 */
public record Retuning(
    Rehearsal rehearsal,
    Task task,
    Tuner tuner,
    int requests,
    Function<String, Progress> progress) {
  private static final Bootstrap DRAWS = new Bootstrap(10_000, 42);

  public Retuning {
    task = some(task, requests);
  }

  /** The task with at most so many of its queries, evenly spread. */
  public static Task some(Task task, int most) {
    int all = task.queries().size();
    if (all <= most) {
      return task;
    }
    List<Query> some = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      some.add(task.queries().get((int) ((long) i * all / most)));
    }
    return task.asking(some);
  }

  /**
   * Learns and measures.
   *
   * @param current the profile as it is served
   * @throws IllegalArgumentException when the events hold nothing that such a request asks for, or
   *     too little
   */
  public Retuned tune(Profile current) throws IOException {
    Occasion occasion = Occasion.of(current);
    if (occasion.text()) {
      throw new IllegalArgumentException(
          "profile '"
              + current.name()
              + "' is asked with text, and events hold none to learn its weights from");
    }
    Metric metric = tuner.metric();
    Map<String, Double> seconds = new LinkedHashMap<>();
    long start = System.nanoTime();
    Windows windows =
        Windows.read(
            rehearsal.serving(),
            rehearsal.fit(unfitted(current)),
            task,
            query -> occasion.request(query, task.seen()).size(1),
            tuner.threads(),
            progress.apply("read signals"));
    seconds.put("read", since(start));
    start = System.nanoTime();
    Tuning tuning = tuner.progress(progress.apply("search weights")).tune(windows);
    seconds.put("search", since(start));
    start = System.nanoTime();
    Evaluator evaluator =
        new Evaluator(List.of(metric))
            .threads(tuner.threads())
            .bootstrap(DRAWS)
            .progress(progress.apply("confirm"));
    try (Recommender served = rehearsal.recommender(profiles(current, tuning))) {
      Run before =
          evaluator.answer("before", task, (q, k) -> ask(served, occasion, q, "before", k));
      Run after = evaluator.answer("after", task, unseen(served, occasion, tuning));
      seconds.put("confirm", since(start));
      return new Retuned(
          tuning,
          evaluator.measure(task, before),
          evaluator.measure(task, after),
          evaluator.compare(metric, task, after, before),
          windows.candidates(),
          windows.reach(),
          seconds);
    }
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** With fitted normalisers left to be fitted again. */
  public static Profile unfitted(Profile profile) {
    return profile.withSignals(profile.signals().stream().map(Retuning::unfitted).toList());
  }

  private static Part unfitted(Part part) {
    boolean fitted =
        part.normalizer() instanceof Normalizer.Saturation
            || part.normalizer() instanceof Normalizer.Logistic;
    return fitted ? part.normalized(new Normalizer.Identity()) : part;
  }

  private static List<Profile> profiles(Profile current, Tuning tuning) {
    List<Profile> profiles = new ArrayList<>();
    profiles.add(current.named("before"));
    for (int fold = 0; fold < tuning.byFold().size(); fold++) {
      profiles.add(current.withSignals(tuning.byFold().get(fold)).named("fold" + fold));
    }
    return profiles;
  }

  private Answerer unseen(Recommender served, Occasion occasion, Tuning tuning) {
    IdentityHashMap<Query, String> profiles = new IdentityHashMap<>();
    for (int i = 0; i < task.queries().size(); i++) {
      profiles.put(task.queries().get(i), "fold" + tuning.folds().get(i));
    }
    return (query, k) -> ask(served, occasion, query, profiles.get(query), k);
  }

  private List<String> ask(
      Recommender served, Occasion occasion, Query query, String profile, int k)
      throws IOException {
    return served.rank(occasion.request(query, task.seen()).profile(profile).size(k));
  }
}
