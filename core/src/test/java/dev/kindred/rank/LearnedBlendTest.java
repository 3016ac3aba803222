package dev.kindred.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.World;
import dev.kindred.rank.combine.Combiners;
import dev.kindred.rank.combine.TreesCombiner;
import dev.kindred.rank.combine.trees.TreeFiles;
import dev.kindred.rank.combine.trees.TreeModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A blend whose combiner was learned: scores, explanations, reasons and allocation. */
class LearnedBlendTest {
  private static final World WORLD = new World(7, 600);

  private interface Check {
    void on(LeafReaderContext leaf, Blend blend) throws IOException;
  }

  private static List<Part> parts() {
    List<Part> parts = new ArrayList<>(World.profile(10).signals().subList(0, 3));
    parts.add(new Part("silent", new ModelSignal("silent", null), null, 1, 0.125));
    return parts;
  }

  private static Combiner trees() throws IOException {
    String file = "/trees/lightgbm-lambdarank.txt";
    try (var in = LearnedBlendTest.class.getResourceAsStream(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      TreeModel model = TreeFiles.parse(file, text);
      List<String> names = parts().stream().map(Part::name).toList();
      return TreesCombiner.of(new TreeModel(model.source(), List.of(), model.forest()), names);
    }
  }

  private static Combiner json(String json) throws IOException {
    return Combiners.JSON.read(new ObjectMapper().readTree(json));
  }

  private static Combiner linear() throws IOException {
    return json("{\"linear\": {\"intercept\": -3, \"weights\": [1, 2, 0.5, 1]}}");
  }

  private static Combiner fm() throws IOException {
    return json(
        "{\"fm\": {\"intercept\": -1, \"weights\": [1, 0, -2, 1],"
            + " \"factors\": [[1], [2], [-1], [0]]}}");
  }

  private static void with(Combiner combiner, Path folder, Check check) throws IOException {
    with(WORLD, combiner, folder, check);
  }

  private static void with(World world, Combiner combiner, Path folder, Check check)
      throws IOException {
    try (Directory directory = new MMapDirectory(folder)) {
      world.write(directory, Integer.MAX_VALUE);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        Blend blend = Blend.bind(parts(), combiner, world.request());
        check.on(reader.leaves().get(0), blend.rewrite(new IndexSearcher(reader)));
      }
    }
  }

  private static void scoresAreExplained(Combiner combiner, Path folder) throws IOException {
    with(
        combiner,
        folder,
        (leaf, blend) -> {
          DoubleValues values = blend.getValues(leaf, null);
          int distinct = 0;
          double before = -1;
          for (int doc = 0; doc < 300; doc++) {
            assertThat(values.advanceExact(doc)).isTrue();
            Explanation explanation = blend.explain(leaf, doc, null);
            assertThat(explanation.getValue().doubleValue()).isEqualTo(values.doubleValue());
            assertThat(values.doubleValue()).isPositive();
            distinct += values.doubleValue() == before ? 0 : 1;
            before = values.doubleValue();
          }
          assertThat(distinct).as("negative values still tell items apart").isGreaterThan(100);
        });
  }

  @Test
  void treesAreExplainedToTheLastBit(@TempDir Path folder) throws IOException {
    scoresAreExplained(trees(), folder);
  }

  @Test
  void linearIsExplainedToTheLastBit(@TempDir Path folder) throws IOException {
    scoresAreExplained(linear(), folder);
  }

  @Test
  void machinesAreExplainedToTheLastBit(@TempDir Path folder) throws IOException {
    scoresAreExplained(fm(), folder);
  }

  @Test
  void treesGetRawValuesAndNothingForWhatIsMissing(@TempDir Path folder) throws IOException {
    Combiner trees = trees();
    with(
        trees,
        folder,
        (leaf, blend) -> {
          double[][] raw = new Insight(blend, new IndexSearcher(leaf.reader())).raw(new int[] {42});
          double[] row = {raw[0][0], raw[1][0], raw[2][0], raw[3][0]};
          assertThat(row[3]).isNaN();
          double y = trees.combine(row);
          DoubleValues values = blend.getValues(leaf, null);
          assertThat(values.advanceExact(42)).isTrue();
          assertThat(values.doubleValue()).isEqualTo(y < 0 ? 1 / (1 - y) : 1 + y);
          assertThat(blend.explain(leaf, 42, null).toString())
              .contains("silent, no value: ")
              .contains("raw value: ")
              .contains("positive score, computed as 1 + x");
        });
  }

  @Test
  void sharesAreThoseOfTheContributions(@TempDir Path folder) throws IOException {
    Combiner fm = fm();
    with(
        fm,
        folder,
        (leaf, blend) -> {
          var found =
              new Insight(blend, new IndexSearcher(leaf.reader())).of(List.of(42), s -> false);
          double positive = found.get(42).stream().mapToDouble(f -> Math.max(0, f.share())).sum();
          // What is missing, the fourth signal, contributes too.
          assertThat(positive).isGreaterThan(0.5).isLessThanOrEqualTo(1 + 1e-12);
          assertThat(found.get(42)).extracting(Insight.Finding::name).doesNotContain("silent");
        });
    with(
        linear(),
        folder.resolve("linear"),
        (leaf, blend) -> {
          Insight insight = new Insight(blend, new IndexSearcher(leaf.reader()));
          double[][] raw = insight.raw(new int[] {42});
          double[] weights = {1, 2, 0.5};
          double total = 0;
          for (int i = 0; i < weights.length; i++) {
            total += Double.isNaN(raw[i][0]) ? 0 : Math.max(0, weights[i] * raw[i][0]);
          }
          for (Insight.Finding finding : insight.of(List.of(42), s -> false).get(42)) {
            int signal = blend.names().indexOf(finding.name());
            assertThat(finding.share())
                .isCloseTo(weights[signal] * finding.raw() / total, within(1e-12));
          }
        });
  }

  @Test
  void treesDoNotAllocatePerDocument(@TempDir Path folder) throws IOException {
    World large = new World(7, 12_000);
    with(
        large,
        trees(),
        folder,
        (leaf, blend) ->
            Allocations.requireNonePerDocument(l -> blend.getValues(l, null), leaf, large.terms()));
  }
}
