package dev.kindred.benchmarks.peers.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangedFilesTest {
  @TempDir private Path folder;

  @Test
  void ratingsComeBackAsTheyWere() throws IOException {
    Ratings ratings =
        new Ratings(
            List.of("ann", "zoë"),
            List.of("a", "b", "never rated"),
            true,
            new int[] {0, 0, 1},
            new int[] {1, 0, 1},
            new float[] {4, 2.5f, 1});
    ratings.write(folder.resolve("ratings"));
    Ratings back = Ratings.read(folder.resolve("ratings"));
    assertThat(back.users()).containsExactly("ann", "zoë");
    assertThat(back.items()).containsExactly("a", "b", "never rated");
    assertThat(back.explicit()).isTrue();
    assertThat(back.user()).containsExactly(0, 0, 1);
    assertThat(back.item()).containsExactly(1, 0, 1);
    assertThat(back.value()).containsExactly(4, 2.5f, 1);
    assertThat(back.size()).isEqualTo(3);
  }

  @Test
  void ratingsHaveAUserAnItemAndAValueEach() {
    assertThatThrownBy(
            () ->
                new Ratings(List.of("u"), List.of("i"), true, new int[1], new int[2], new float[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 items");
  }

  @Test
  void scoresOfWhatIsAskedAreLeftInItsOrder() throws Exception {
    new Pairs(new int[] {3, 1, 3}, new int[] {5, 7, 9}).write(folder.resolve("pairs"));
    Scorer scorer = (user, item) -> item == 7 ? Double.NaN : 10.0 * user + item;
    scorer.leave(Pairs.read(folder.resolve("pairs")), folder.resolve("scores"));
    assertThat(Binary.doubles(folder.resolve("scores"))).containsExactly(35, Double.NaN, 39);
  }

  @Test
  void factorsScoreByTheirInnerProduct() {
    Factors factors =
        new Factors(new float[][] {{1, 2}, null}, new float[][] {{3, -1}, {0.5f, 0.25f}});
    assertThat(factors.score(0, 0)).isEqualTo(1);
    assertThat(factors.score(0, 1)).isEqualTo(1);
    assertThat(factors.score(1, 0)).isNaN();
  }

  @Test
  void settingsSurviveTheCommandLine() {
    Settings settings = new Settings("ALS", Map.of("rank", "64", "formula", "a=b"), 7);
    assertThat(Settings.parse(settings.arguments())).isEqualTo(settings);
    assertThat(settings.whole("rank")).isEqualTo(64);
    assertThatThrownBy(() -> settings.number("alpha"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ALS needs alpha");
  }
}
