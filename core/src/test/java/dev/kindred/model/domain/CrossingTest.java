package dev.kindred.model.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.model.Encoding;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Three domains with one number each; everything known of the third comes by bridges. */
class CrossingTest {
  private static final double TRUST = 1;
  private static final Bridge DOUBLING = bridge(2, 0.5);
  private static final Bridge TRIPLING = bridge(3, 1);

  private static Bridge bridge(float factor, double reach) {
    return new Bridge(1, new float[] {factor}, new float[1], reach, null);
  }

  /** A place that so many items agree on. */
  private static Encoding.Dense place(float number, String... items) {
    Map<String, float[]> parts = new HashMap<>();
    for (String item : items) {
      parts.put(item, new float[] {number / items.length});
    }
    return new Encoding.Dense("model.crossdomain", new float[] {number}, parts);
  }

  private static Encoding.Dense cross(Encoding.Dense... places) {
    Bridge[][] table = {{null, null, DOUBLING}, {null, null, TRIPLING}, {null, null, null}};
    return new Crossing(1, TRUST, new Bridges(1, table))
        .of("model.crossdomain", Arrays.asList(places));
  }

  /** By reach × n / (n + trust): ½·⅔ to 1·½ is 2 to 3. */
  @Test
  void sourcesShareATargetByReachAndByHowMuchIsKnownOfTheUserThere() {
    Encoding.Dense dense = cross(place(1, "a", "b"), place(10, "c"), null);
    assertThat(dense.vector()[2]).isCloseTo(0.4f * 2 + 0.6f * 30, within(1e-5f));
    assertThat(dense.parts().get("a")[2]).isCloseTo(0.4f * 1, within(1e-6f));
    assertThat(dense.parts().get("c")[2]).isCloseTo(0.6f * 30, within(1e-5f));
  }

  @Test
  void theOwnPlaceTakesItsPartBeforeOthersShareTheRest() {
    Encoding.Dense dense = cross(place(1, "a"), null, place(7, "d", "e", "f"));
    assertThat(dense.vector()[2]).isCloseTo(0.75f * 7 + 0.25f * 2, within(1e-5f));
  }

  @Test
  void whereNoBridgeLeadsTheOwnPlaceIsAll() {
    assertThat(cross(place(4, "a"), place(5, "b"), null).vector()).startsWith(4, 5);
    assertThat(cross(null, null, place(6, "d")).vector()).containsExactly(0, 0, 6);
  }
}
