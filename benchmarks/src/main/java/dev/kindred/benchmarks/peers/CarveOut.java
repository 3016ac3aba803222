package dev.kindred.benchmarks.peers;

import dev.kindred.tools.evaluate.task.Query;
import dev.kindred.tools.evaluate.task.Split;
import dev.kindred.tools.evaluate.task.Task;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Tasks made of a training part alone, for choosing settings. */
final class CarveOut {
  private static final int NEGATIVES = 99;

  private CarveOut() {}

  /** A tenth of each user's ratings. */
  static Task stars(Task task, long seed) {
    return task.carveOut(Split.parse("random:0.9", seed)).getFirst();
  }

  /** Each user's last item, among so many drawn ones that the user does not have. */
  static Task candidates(Task task, long seed) {
    Task carved = task.carveOut(Split.parse("leave-one-out", seed)).getFirst();
    List<String> items = carved.train().items().ids();
    SplittableRandom random = new SplittableRandom(seed);
    return carved.asking(
        carved.queries().stream().map(q -> q.among(candidates(q, items, random))).toList());
  }

  private static List<String> candidates(Query query, List<String> items, SplittableRandom random) {
    Set<String> own = new HashSet<>(query.relevant());
    query.history().forEach(event -> own.add(event.itemId()));
    Set<String> candidates = new LinkedHashSet<>(query.relevant());
    int most = candidates.size() + Math.min(NEGATIVES, items.size() - own.size());
    while (candidates.size() < most) {
      String item = items.get(random.nextInt(items.size()));
      if (!own.contains(item)) {
        candidates.add(item);
      }
    }
    return List.copyOf(candidates);
  }
}
