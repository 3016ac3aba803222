package dev.kindred.benchmarks.peers;

import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.tools.evaluate.task.Published;
import dev.kindred.tools.evaluate.task.Split;
import dev.kindred.tools.evaluate.task.Task;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
    Interactions all = task.train();
    InteractionsBuilder rest = new InteractionsBuilder(all.explicit(), Repeats.ALL);
    all.users().ids().forEach(rest::user);
    all.items().ids().forEach(rest::item);
    Map<String, List<String>> last = new LinkedHashMap<>();
    Map<String, Set<String>> negatives = new LinkedHashMap<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (int user = 0; user < all.users().size(); user++) {
      String id = all.users().id(user);
      Set<Integer> own = new LinkedHashSet<>();
      int end = all.to(user) - 1;
      for (int p = all.from(user); p <= end; p++) {
        own.add(all.item(p));
        if (p < end) {
          rest.add(id, all.items().id(all.item(p)), all.value(p), all.time(p));
        }
      }
      last.put(id, List.of(all.items().id(all.item(end))));
      negatives.put(id, drawn(all, own, random));
    }
    return new Published("carve-out", rest.build(), last).negatives(negatives).task();
  }

  private static Set<String> drawn(Interactions all, Set<Integer> own, SplittableRandom random) {
    Set<String> drawn = new LinkedHashSet<>();
    while (drawn.size() < Math.min(NEGATIVES, all.items().size() - own.size())) {
      int item = random.nextInt(all.items().size());
      if (!own.contains(item)) {
        drawn.add(all.items().id(item));
      }
    }
    return drawn;
  }
}
