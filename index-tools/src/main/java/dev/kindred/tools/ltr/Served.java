package dev.kindred.tools.ltr;

import dev.kindred.Plan;
import dev.kindred.Profile;
import dev.kindred.index.ItemReader;
import dev.kindred.internal.math.RowParallel;
import dev.kindred.rank.Insight;
import dev.kindred.rank.Part;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import dev.kindred.tools.evaluate.Progress;
import dev.kindred.tools.evaluate.task.Query;
import dev.kindred.tools.evaluate.task.Task;
import dev.kindred.tools.tune.Serving;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.lucene.search.ScoreDoc;

/**
 * Judgments from held-out events: each query of a task is asked as a live request would be, and the
 * candidates of its window are graded 1 where the user went on to choose them, else 0. Immutable
 * and thread-safe.
 *
 * @param serving an index whose models have not seen what the task holds out
 * @param profile whose retrievers propose, whose signals judge, and whose score orders the items
 * @param asking the request that stands for a query
 * @param depth at most so many of the best candidates of a request
 */
public record Served(Serving serving, Profile profile, Function<Query, Request> asking, int depth) {
  public Served {
    if (depth < 2) {
      throw new IllegalArgumentException("judgments need a depth of at least 2, was " + depth);
    }
  }

  /** The signals, in the order of rows. */
  public List<String> signals() {
    return profile.signals().stream().map(Part::name).toList();
  }

  /** Asks every query; keeps the requests whose candidates hold something that was chosen. */
  public Judgments judgments(Task task, int threads, Progress progress) throws IOException {
    Judged[] all = new Judged[task.queries().size()];
    AtomicInteger done = new AtomicInteger();
    try {
      RowParallel.run(
          all.length,
          8,
          threads,
          (from, to) -> {
            for (int i = from; i < to; i++) {
              all[i] = judged(i, task.queries().get(i));
            }
            int soFar = done.addAndGet(to - from);
            synchronized (progress) {
              progress.at(soFar, all.length);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return new Judgments(signals(), Arrays.stream(all).filter(Judged::tells).toList());
  }

  private Judged judged(int number, Query query) {
    try {
      ResolvedRequest request = serving.resolve(asking.apply(query), profile);
      Plan plan = profile.plan(request);
      ScoreDoc[] ranked = plan.run(serving.searcher());
      int count = Math.min(depth, ranked.length);
      int[] docs = Arrays.stream(ranked).limit(count).mapToInt(hit -> hit.doc).sorted().toArray();
      double[][] raw = new Insight(plan.blend(), serving.searcher()).raw(docs);
      ItemReader reader = new ItemReader(serving.searcher().getIndexReader());
      List<String> items = new ArrayList<>();
      int[] grades = new int[count];
      double[][] values = new double[count][raw.length];
      for (int i = 0; i < count; i++) {
        String item = reader.id(ranked[i].doc);
        items.add(item);
        grades[i] = query.relevant().contains(item) ? 1 : 0;
        int at = Arrays.binarySearch(docs, ranked[i].doc);
        for (int signal = 0; signal < raw.length; signal++) {
          values[i][signal] = raw[signal][at];
        }
      }
      return new Judged(Integer.toString(number + 1), items, grades, values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
