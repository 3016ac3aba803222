package dev.kindred.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlendTest {
  private static final Part FRESH =
      new Part(
          "fresh",
          new RecencySignal("published", java.time.Duration.ofDays(100)),
          new Normalizer.Range(0, 1),
          2,
          0);
  private static final Part SILENT =
      new Part("silent", new ModelSignal("silent", null), null, 1, 0.125);

  private interface Check {
    void on(LeafReaderContext leaf) throws IOException;
  }

  private static Blend blend(World world, List<Part> parts) {
    double[] weights = parts.stream().mapToDouble(Part::weight).toArray();
    return Blend.bind(parts, new WeightedSum(weights), world.request());
  }

  private static void withLeaf(World world, Check check) throws IOException {
    withLeaf(world, new ByteBuffersDirectory(), check);
  }

  private static void withLeaf(World world, Directory opened, Check check) throws IOException {
    try (Directory directory = opened) {
      world.write(directory, Integer.MAX_VALUE);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        check.on(reader.leaves().get(0));
      }
    }
  }

  @Test
  void addsWeightTimesNormalisedValue() throws IOException {
    World world = new World(3, 20);
    withLeaf(
        world,
        leaf -> {
          DoubleValues raw = FRESH.signal().bind(world.request()).getValues(leaf, null);
          DoubleValues blended = blend(world, List.of(FRESH, SILENT)).getValues(leaf, null);
          for (int doc = 0; doc < 20; doc++) {
            assertThat(raw.advanceExact(doc)).isTrue();
            assertThat(blended.advanceExact(doc)).isTrue();
            assertThat(blended.doubleValue()).isEqualTo(2 * raw.doubleValue() + 0.125);
          }
        });
  }

  @Test
  void explanationShowsRawNormalisedWeightAndWhyAValueIsMissing() throws IOException {
    World world = new World(3, 5);
    withLeaf(
        world,
        leaf -> {
          String tree = blend(world, List.of(FRESH, SILENT)).explain(leaf, 2, null).toString();
          assertThat(tree)
              .contains("fresh, normalised value, computed as (raw - 0.00000) / 1.00000")
              .contains("2.0 = weight")
              .contains("published as exp(")
              .contains("0.125 = silent, the profile's value for a missing signal")
              .contains("the history is empty");
        });
  }

  @Test
  void neverNegativeNeverInfinite() {
    Combiner sum = new WeightedSum(1);
    assertThat(Blend.score(sum, -3)).isZero();
    assertThat(Blend.score(sum, Double.NaN)).isZero();
    assertThat(Blend.score(sum, Double.POSITIVE_INFINITY)).isEqualTo(Float.MAX_VALUE);
    assertThat(Blend.score(sum, 0.5)).isEqualTo(0.5);
  }

  @Test
  void clampingIsExplained() throws IOException {
    World world = new World(3, 5);
    Part against = new Part("against", FRESH.signal(), null, -1, 0);
    withLeaf(
        world,
        leaf -> {
          Explanation explanation = blend(world, List.of(against)).explain(leaf, 1, null);
          assertThat(explanation.getValue().doubleValue()).isZero();
          assertThat(explanation.getDescription()).contains("clamped");
        });
  }

  @Test
  void insightNamesTheCauses() throws IOException {
    World world = new World(5, 60);
    Part dense = new Part("dense", new ModelSignal("dense", null), null, 1, 0);
    withLeaf(
        world,
        leaf -> {
          IndexSearcher searcher = new IndexSearcher(leaf.parent.reader());
          Insight insight = new Insight(blend(world, List.of(dense, SILENT)), searcher);
          Map<Integer, List<Insight.Finding>> found = insight.of(List.of(40, 1, 0), share -> true);
          assertThat(found.get(0)).as("item 0 has no vector").isEmpty();
          assertThat(found.get(1))
              .singleElement()
              .satisfies(
                  f -> {
                    assertThat(f.name()).isEqualTo("dense");
                    assertThat(f.causes()).containsOnlyKeys("liked", "loved");
                  });
          assertThat(insight.of(List.of(1), share -> false).get(1))
              .singleElement()
              .satisfies(f -> assertThat(f.causes()).isEmpty());
        });
  }

  @Test
  void doesNotAllocatePerDocument(@TempDir Path folder) throws IOException {
    World world = new World(7, 12_000);
    withLeaf(
        world,
        new MMapDirectory(folder),
        leaf -> {
          IndexSearcher searcher = new IndexSearcher(leaf.parent.reader());
          List<Part> parts = World.profile(10).signals();
          Blend blend = blend(world, parts).rewrite(searcher);
          Allocations.requireNonePerDocument(l -> blend.getValues(l, null), leaf, world.terms());
        });
  }
}
