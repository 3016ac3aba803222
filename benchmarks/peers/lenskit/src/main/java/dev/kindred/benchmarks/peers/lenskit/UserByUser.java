package dev.kindred.benchmarks.peers.lenskit;

import dev.kindred.benchmarks.peers.child.Binary;
import dev.kindred.benchmarks.peers.child.Pairs;
import dev.kindred.benchmarks.peers.child.Trained;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lenskit.api.ItemScorer;

/** Asks for all items of a user at once, for it looks up the user each time. */
record UserByUser(ItemScorer scorer) implements Trained {
  @Override
  public void leave(Pairs asked, Path place) throws IOException {
    double[] scores = new double[asked.size()];
    for (int from = 0, to; from < scores.length; from = to) {
      List<Long> items = new ArrayList<>();
      for (to = from; to < scores.length && asked.users()[to] == asked.users()[from]; to++) {
        items.add((long) asked.items()[to]);
      }
      Map<Long, Double> found = scorer.score(asked.users()[from], items);
      for (int i = from; i < to; i++) {
        scores[i] = found.getOrDefault((long) asked.items()[i], Double.NaN);
      }
    }
    Binary.write(scores, place);
  }
}
