package dev.kindred.tools.tune.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.rank.Normalizer;
import dev.kindred.rank.Normalizer.Logistic;
import dev.kindred.rank.Normalizer.Saturation;
import dev.kindred.rank.Part;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ShapesTest {
  private static Part part(Normalizer normalizer, double silent) throws IOException {
    Part any = Planted.profile(1).signals().getFirst();
    return new Part(any.name(), any.signal(), normalizer, 1, normalizer.apply(silent));
  }

  @Test
  void everyShapeRisesAndKeepsWhatSilenceMeans() throws IOException {
    for (Part fitted : new Part[] {part(new Saturation(3), 0), part(new Logistic(-1, 2), -4)}) {
      assertThat(Shapes.of(fitted)).hasSizeGreaterThan(2);
      for (Part shape : Shapes.of(fitted)) {
        assertThat(shape.normalizer()).isNotEqualTo(fitted.normalizer());
        assertThat(shape.normalizer().apply(2)).isGreaterThan(shape.normalizer().apply(1));
        double silent = fitted.normalizer() instanceof Saturation ? 0 : -4;
        assertThat(shape.missing()).isCloseTo(shape.normalizer().apply(silent), within(1e-9));
      }
    }
  }

  @Test
  void aChosenRangeStays() throws IOException {
    assertThat(Shapes.of(part(new Normalizer.Range(0, 1), 0))).isEmpty();
    assertThat(Shapes.of(part(new Normalizer.Identity(), 0))).isEmpty();
  }

  @Test
  void movesTheVariationNotTheScale() throws IOException {
    Part moved =
        Shapes.moved(
            part(new Saturation(10), 0), part(new Saturation(40), 0), part(new Saturation(12), 0));
    assertThat(moved.normalizer()).isEqualTo(new Saturation(48));
    Part logistic =
        Shapes.moved(
            part(new Logistic(1, 2), -1),
            part(new Logistic(2.5, 2), -1),
            part(new Logistic(10, 0.5), 4));
    Logistic at = (Logistic) logistic.normalizer();
    assertThat(at.midpoint()).isCloseTo(16, within(1e-12));
    assertThat(at.slope()).isCloseTo(0.5, within(1e-12));
    assertThat(logistic.missing()).isCloseTo(at.apply(4), within(1e-9));
  }

  @Test
  void whatWasNotChangedStaysAsItWasFitted() throws IOException {
    Part after = part(new Logistic(10, 0.5), 4);
    assertThat(Shapes.moved(part(new Saturation(10), 0), part(new Saturation(10), 0), after))
        .isEqualTo(after);
  }
}
