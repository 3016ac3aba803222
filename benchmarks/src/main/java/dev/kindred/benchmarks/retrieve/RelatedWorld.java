package dev.kindred.benchmarks.retrieve;

import dev.kindred.internal.text.FrequencyField;
import dev.kindred.retrieve.Proposal;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.store.Directory;

/**
 * Items in clusters, such as genres, each related to some others: four in five of its own cluster,
 * the popular ones more often. Item {@code i} belongs to cluster {@code i / size}, where it is the
 * more popular the smaller its place. Immutable.
 *
 * @param items how many
 * @param neighbours related items of each
 * @param seed of all of it
 */
record RelatedWorld(int items, int neighbours, long seed) {
  static final String FIELD = "model.related";

  /** Frequencies as a model with weights of 20 bits has them. */
  private static final int LARGEST = 1 << 20;

  private static final double OWN_CLUSTER = 0.8;
  private static final double SKEW = 2.5;
  private static final double DECAY = 15;

  /** Items of a cluster. */
  int size() {
    return (int) Math.sqrt(items);
  }

  /** In the order of clusters, which keeps related items together. */
  int[] clustered() {
    int[] order = new int[items];
    for (int i = 0; i < items; i++) {
      order[i] = i;
    }
    return order;
  }

  /** As items arrive: in no order. */
  int[] shuffled() {
    int[] order = clustered();
    SplittableRandom random = new SplittableRandom(seed + 1);
    for (int i = items - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return order;
  }

  /** One document an item, with the terms that a model of related items writes. */
  void write(Directory directory, int[] order) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig().setRAMBufferSizeMB(256);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int item : order) {
        IndexableField related = FrequencyField.of(FIELD, frequencies(item), false);
        long tie = new SplittableRandom(item).nextLong();
        writer.addDocument(
            List.of(related, new NumericDocValuesField(Proposal.TIE.getField(), tie)));
      }
    }
  }

  /** By term; the same whatever the order of documents. */
  Map<String, Integer> frequencies(int item) {
    SplittableRandom random = new SplittableRandom(seed * 31 + item);
    Map<String, Integer> frequencies = new HashMap<>();
    for (int n = 0; n < neighbours; n++) {
      int other =
          random.nextDouble() < OWN_CLUSTER ? inCluster(item / size(), random) : any(random);
      double weight = Math.exp(-n / DECAY) * (0.5 + 0.5 * random.nextDouble());
      frequencies.putIfAbsent("+" + other, 1 + (int) (LARGEST * weight));
    }
    return frequencies;
  }

  private int any(SplittableRandom random) {
    return inCluster(random.nextInt((items + size() - 1) / size()), random);
  }

  private int inCluster(int cluster, SplittableRandom random) {
    int first = cluster * size();
    int count = Math.min(size(), items - first);
    return first + (int) (count * Math.pow(random.nextDouble(), SKEW));
  }

  /** A reader who keeps to a few clusters, with a weight for each item read. */
  Map<String, Float> history(int length, SplittableRandom random) {
    int clusters = Math.max(2, length / 25);
    int[] liked = random.ints(clusters, 0, items / size()).toArray();
    Set<Integer> read = new LinkedHashSet<>();
    while (read.size() < length) {
      read.add(
          random.nextDouble() < OWN_CLUSTER
              ? inCluster(liked[random.nextInt(clusters)], random)
              : any(random));
    }
    Map<String, Float> weights = new HashMap<>();
    int age = 0;
    for (int item : read) {
      weights.put("+" + item, (float) Math.exp(-(double) age++ / length) / LARGEST);
    }
    return weights;
  }
}
