package dev.kindred.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.World;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every signal promises; a new signal's test extends this and names an instance. */
public abstract class SignalContract {
  private static final int ITEMS = 300;

  private final World world = new World(20260601, ITEMS);
  private Directory directory;
  private DirectoryReader reader;
  private IndexSearcher searcher;

  /** An instance that has a value for some items of the {@link World}. */
  protected abstract Signal signal();

  @BeforeEach
  void open() throws IOException {
    directory = new ByteBuffersDirectory();
    world.write(directory, 70);
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
    directory.close();
  }

  private SignalSource bound() throws IOException {
    return signal().bind(world.request()).rewrite(searcher);
  }

  /** Visits every document with the signal's values. */
  private interface Visit {
    void document(LeafReaderContext leaf, int doc, boolean has, DoubleValues values)
        throws IOException;
  }

  private void visit(SignalSource source, Visit visit) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      DoubleValues values = source.getValues(leaf, null);
      for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
        visit.document(leaf, doc, values.advanceExact(doc), values);
      }
    }
  }

  @Test
  void hasFiniteValuesForSomeDocuments() throws IOException {
    int[] found = {0};
    visit(
        bound(),
        (leaf, doc, has, values) -> {
          if (has) {
            found[0]++;
            assertThat(values.doubleValue()).isFinite();
          }
        });
    assertThat(found[0]).isPositive();
  }

  @Test
  void explainsExactlyTheValueItHas() throws IOException {
    SignalSource source = bound();
    visit(
        source,
        (leaf, doc, has, values) -> {
          Explanation explanation = source.explain(leaf, doc, null);
          assertThat(explanation.isMatch()).isEqualTo(has);
          assertThat(explanation.getDescription()).isNotBlank().hasSizeLessThan(300);
          if (has) {
            assertThat(explanation.getValue().doubleValue()).isEqualTo(values.doubleValue());
          }
        });
  }

  @Test
  void skippingDocumentsDoesNotChangeTheOthers() throws IOException {
    SignalSource source = bound();
    for (LeafReaderContext leaf : reader.leaves()) {
      DoubleValues all = source.getValues(leaf, null);
      DoubleValues some = source.getValues(leaf, null);
      for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
        boolean has = all.advanceExact(doc);
        if (doc % 3 == 1) {
          assertThat(some.advanceExact(doc)).isEqualTo(has);
          if (has) {
            assertThat(some.doubleValue()).isEqualTo(all.doubleValue());
          }
        }
      }
    }
  }

  @Test
  void askingTwiceForOneDocumentIsAllowed() throws IOException {
    visit(
        bound(),
        (leaf, doc, has, values) -> {
          if (has) {
            double first = values.doubleValue();
            assertThat(values.advanceExact(doc)).isTrue();
            assertThat(values.doubleValue()).isEqualTo(first);
          }
        });
  }

  @Test
  void causesAddUpToTheValue() throws IOException {
    SignalSource source = bound();
    for (LeafReaderContext leaf : reader.leaves()) {
      Causes causes = source.causes(leaf);
      DoubleValues values = source.getValues(leaf, null);
      for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
        var shares = causes.of(doc).values();
        if (values.advanceExact(doc) && !shares.isEmpty()) {
          double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
          assertThat(sum)
              .isCloseTo(values.doubleValue(), org.assertj.core.data.Offset.offset(1e-5));
        }
      }
    }
  }

  @Test
  void equalRequestsBindToEqualSources() {
    assertThat(signal().bind(world.request()))
        .isEqualTo(signal().bind(world.request()))
        .hasSameHashCodeAs(signal().bind(world.request()));
  }

  @Test
  void isItsOwnJson() {
    assertThat(Signals.JSON.read(Signals.JSON.write(signal()))).isEqualTo(signal());
  }

  @Test
  void readsNoFirstPassScore() throws IOException {
    assertThat(bound().needsScores()).isFalse();
  }

  @Test
  void doesNotAllocatePerDocument(@TempDir Path folder) throws IOException {
    try (Directory large = new MMapDirectory(folder)) {
      new World(7, 12_000).write(large, 12_000);
      try (DirectoryReader all = DirectoryReader.open(large)) {
        SignalSource source = signal().bind(world.request()).rewrite(new IndexSearcher(all));
        Allocations.requireNonePerDocument(
            l -> source.getValues(l, null), all.leaves().get(0), world.terms());
      }
    }
  }
}
