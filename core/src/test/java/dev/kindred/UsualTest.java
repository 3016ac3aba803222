package dev.kindred;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.Event;
import dev.kindred.data.EventWeights;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.model.Encoding;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsualTest {
  private static final Map<String, Object> PRICES =
      Map.of("ten", 10, "forty", "40", "free", 0, "odd", "cheap", "bare", "");
  private static final Situation SITUATION =
      new Situation(
          Instant.EPOCH,
          Map.of(),
          "",
          new EventWeights(Map.of("purchase", 3.0)),
          id ->
              Optional.ofNullable(PRICES.get(id))
                  .map(price -> new Item(id, Map.of("price", price))));

  private static Encoding usual(Event... history) throws IOException {
    return Usual.of("price", new UserState("u", List.of(history), Map.of()), SITUATION);
  }

  private static Event event(String item, String type, float value) {
    return new Event("u", item, type, value, Instant.EPOCH);
  }

  @Test
  void isTheWeighedMeanAndSpreadOfLogarithms() throws IOException {
    Encoding.Dense usual =
        (Encoding.Dense) usual(event("ten", "view", 1), event("forty", "purchase", 1));
    double mean = (Math.log(10) + 3 * Math.log(40)) / 4;
    double variance = (Math.pow(Math.log(10) - mean, 2) + 3 * Math.pow(Math.log(40) - mean, 2)) / 4;
    assertThat(usual.field()).isEqualTo("price");
    assertThat(usual.vector()[0]).isCloseTo((float) mean, within(1e-5f));
    assertThat(usual.vector()[1]).isCloseTo((float) Math.sqrt(variance), within(1e-5f));
  }

  @Test
  void whatHasNoPriceOrIsDislikedSaysNothing() throws IOException {
    assertThat(
            usual(
                event("free", "view", 1),
                event("odd", "view", 1),
                event("bare", "view", 1),
                event("unknown", "view", 1),
                event("ten", "view", -1)))
        .isInstanceOf(Encoding.None.class);
  }
}
