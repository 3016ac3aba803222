package dev.kindred.tools.ltr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.rank.combine.trees.Forest;
import dev.kindred.rank.combine.trees.TreeFiles;
import dev.kindred.rank.combine.trees.TreeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LambdaMartTest {
  private static final List<String> SIGNALS = List.of("als", "text", "noise");
  private static final LambdaMart SMALL = new LambdaMart(60, 7, 0.1, 20, 20, 10, 20, 1, 1);

  @BeforeAll
  static void theLibraryLoads() {
    try {
      Natives.load();
    } catch (IllegalStateException e) {
      Assumptions.abort(e.getMessage());
    }
  }

  /**
   * An item is good when either als or text speaks for it, unless text says nothing at all: no sum
   * of the two tells that.
   */
  private static Judgments made(int requests, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Judged> judged = new ArrayList<>();
    for (int r = 0; r < requests; r++) {
      int size = 20;
      double[][] rows = new double[size][];
      int[] grades = new int[size];
      List<String> items = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        double als = random.nextDouble();
        double text = random.nextInt(3) == 0 ? Double.NaN : random.nextDouble();
        rows[i] = new double[] {als, text, random.nextDouble()};
        grades[i] = !Double.isNaN(text) && (als > 0.85) != (text > 0.85) ? 2 : 0;
        items.add("i" + i);
      }
      judged.add(new Judged(Integer.toString(r), items, grades, rows));
    }
    return new Judgments(SIGNALS, judged.stream().filter(Judged::tells).toList());
  }

  private static Forest learned(LambdaMart trainer) {
    List<Judgments> parts = made(400, 5).split(0.8);
    String text = trainer.train(parts.get(0), parts.get(1), (trees, ndcg) -> {});
    TreeModel model = TreeFiles.parse("m", text);
    assertThat(model.features()).isEqualTo(SIGNALS);
    return model.forest();
  }

  @Test
  void learnsWhatNoSignalTells() {
    Judgments fresh = made(200, 6);
    GradedNdcg ndcg = new GradedNdcg(10);
    Forest forest = learned(SMALL);
    assertThat(ndcg.of(fresh, forest::predict)).isGreaterThan(0.95);
    assertThat(ndcg.of(fresh, row -> row[0])).isLessThan(0.8);
    assertThat(ndcg.of(fresh, row -> row[0] + (Double.isNaN(row[1]) ? 0 : row[1]))).isLessThan(0.9);
  }

  @Test
  void threadsDoNotChangeTheTrees() {
    Forest one = learned(SMALL);
    assertThat(learned(SMALL)).isEqualTo(one);
    assertThat(learned(new LambdaMart(60, 7, 0.1, 20, 20, 10, 20, 1, 2))).isEqualTo(one);
  }

  @Test
  void stopsWhenNothingRises() {
    List<Judgments> parts = made(300, 5).split(0.8);
    List<Double> watched = new ArrayList<>();
    LambdaMart patient = new LambdaMart(500, 31, 0.3, 5, 20, 10, 10, 1, 1);
    String text = patient.train(parts.get(0), parts.get(1), (trees, ndcg) -> watched.add(ndcg));
    int trees = TreeFiles.parse("m", text).forest().trees();
    assertThat(watched).hasSizeLessThan(500);
    assertThat(trees).isEqualTo(watched.size() - 10);
    double best = watched.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    assertThat(watched.get(trees - 1)).isEqualTo(best);
    // The metric we report is the library's.
    double ours = new GradedNdcg(10).of(parts.get(1), TreeFiles.parse("m", text).forest()::predict);
    assertThat(ours).isCloseTo(best, org.assertj.core.api.Assertions.within(1e-9));
  }

  @Test
  void refusesWhatItCannotLearnFrom() {
    Judgments none = new Judgments(SIGNALS, List.of());
    Judgments some = made(10, 1);
    assertThatThrownBy(() -> SMALL.train(some, none, (t, n) -> {}))
        .hasMessageContaining("0 to stop by");
    Judgments other = new Judgments(List.of("a", "b", "c"), some.requests());
    assertThatThrownBy(() -> SMALL.train(some, other, (t, n) -> {}))
        .hasMessageContaining("those to stop by [a, b, c]");
    assertThatThrownBy(() -> new LambdaMart(0, 7, 0.1, 20, 20, 10, 20, 1, 1))
        .hasMessage("trees is 0, expected 1 to 5000");
    assertThatThrownBy(() -> new LambdaMart(5, 7, 1.5, 20, 20, 10, 20, 1, 1))
        .hasMessage("learning_rate is 1.5, expected above 0, at most 1");
  }
}
