package dev.kindred.benchmarks.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

class RelatedWorldTest {
  private static final int ITEMS = 900;
  private final RelatedWorld world = new RelatedWorld(ITEMS, 12, 3);

  @Test
  void bothOrdersHoldEveryItemOnce() {
    int[] all = IntStream.range(0, ITEMS).toArray();
    int[] shuffled = world.shuffled();
    assertThat(world.clustered()).isEqualTo(all);
    assertThat(shuffled).isNotEqualTo(all);
    Arrays.sort(shuffled);
    assertThat(shuffled).isEqualTo(all);
  }

  @Test
  void mostRelatedItemsShareTheCluster() {
    long own = 0;
    long links = 0;
    for (int item = 0; item < ITEMS; item++) {
      for (String term : world.frequencies(item).keySet()) {
        own += Integer.parseInt(term.substring(1)) / world.size() == item / world.size() ? 1 : 0;
        links++;
      }
    }
    assertThat((double) own / links).isBetween(0.6, 0.95);
  }

  @Test
  void everyWayAnswersTheSameInEveryOrder() throws IOException {
    Map<String, Float> history = world.history(40, new SplittableRandom(9));
    assertThat(history).hasSize(40);
    float[] shuffled = answer(world.shuffled(), history);
    assertThat(Ways.agree(shuffled, answer(world.clustered(), history))).isTrue();
    assertThat(Ways.agree(shuffled, new float[shuffled.length])).isFalse();
  }

  private float[] answer(int[] order, Map<String, Float> history) throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      world.write(directory, order);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        Ways ways = new Ways(new IndexSearcher(reader), 20);
        float[] skipping = ways.skipping(history);
        assertThat(skipping).hasSize(20);
        assertThat(Ways.agree(skipping, ways.exhaustive(history))).isTrue();
        assertThat(Ways.agree(skipping, ways.addingUp(history))).isTrue();
        assertThat(ways.postings(history)).isGreaterThan(40);
        return skipping;
      }
    }
  }
}
