package dev.kindred.arrange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.arrange.bandit.BetaThompson;
import dev.kindred.arrange.bandit.GaussianThompson;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThompsonTest extends BanditContract {
  @Override
  Arranger arranger() {
    return new Thompson("clicks", 20, Duration.ofDays(30), null, null, 500);
  }

  @Test
  void isReadFromJsonWithDefaults() throws JsonProcessingException {
    String json = "{\"thompson\": {\"half_life\": \"P7D\", \"beta\": {\"failures\": 9}}}";
    assertThat(Arrangers.JSON.read(new ObjectMapper().readTree(json)))
        .isEqualTo(
            new Thompson("default", 20, Duration.ofDays(7), new BetaThompson(1, 9, 1), null, 1000));
  }

  @Test
  void impossibleParametersAreRefused() {
    var beta = new BetaThompson(1, 1, 1);
    var normal = new GaussianThompson(0, 1, 1);
    assertThatThrownBy(() -> new Thompson(null, 0, null, beta, normal, 0))
        .hasMessageContaining("not both");
    assertThatThrownBy(() -> new Thompson(null, 1, null, beta, null, 0))
        .hasMessageContaining("pool must be at least 2, was 1");
    assertThatThrownBy(() -> new Thompson(null, 0, null, beta, null, -1))
        .hasMessageContaining("draws");
  }

  /** The same promises with rewards of any size. */
  static class OfValuesTest extends BanditContract {
    @Override
    Arranger arranger() {
      return new Thompson("values", 20, null, null, new GaussianThompson(0.5, 0.5, 1), 500);
    }
  }
}
