package dev.kindred.benchmarks.accuracy;

import dev.kindred.data.Interactions;
import dev.kindred.data.Item;
import dev.kindred.tools.evaluate.task.Split;
import dev.kindred.tools.evaluate.task.Task;
import java.util.List;

/** CiteULike, ten articles of each reader to learn from, with tags; all articles are ranked. */
record HybridArticles() implements HybridTagged {
  @Override
  public CiteULike protocol() {
    return new CiteULike.Ten();
  }

  @Override
  public String name() {
    return CiteULike.FOLDER;
  }

  @Override
  public String title() {
    return "CiteULike-a with tags, ten articles of each reader to learn from, all articles ranked";
  }

  /**
   * The last five of the ten articles of each reader. The published split gives everyone's ten
   * articles of the lowest numbers to learn from, so that the others are of later articles, a
   * quarter of which nobody had before: so it is with half of the ten against the other half, while
   * articles drawn at random, or the last one, are far easier.
   */
  @Override
  public Task carveOut(Task task) {
    Interactions read = Logs.of(Logs.byUser(task.train()));
    return Split.parse("leave-last:5", 0).tasks(read, task.seen()).getFirst();
  }

  /**
   * Articles that somebody has among the ten. One that nobody has there cannot be right in the
   * carve-out, as it can in the test, and content alone would find it: it would look worse than it
   * is.
   */
  @Override
  public List<Item> carveOut(Task task, List<Item> items) {
    return items.stream().filter(item -> task.train().items().ordinal(item.id()) >= 0).toList();
  }
}
