package dev.kindred.rank;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecencySignalTest extends SignalContract {
  @Override
  protected Signal signal() {
    return new RecencySignal("published", Duration.ofDays(90));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "P-30D", "PT0.0009S"})
  void refusesHalfLivesThatHalveNothing(Duration halfLife) {
    assertThatThrownBy(() -> new RecencySignal("published", halfLife))
        .hasMessage("half_life must be a millisecond at least, was " + halfLife);
    assertThatThrownBy(() -> new PopularitySignal("model.popularity", halfLife))
        .hasMessage("half_life must be a millisecond at least, was " + halfLife);
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(() -> new RecencySignal("published", null)).hasMessage("half_life");
    assertThatThrownBy(() -> new RecencySignal(null, Duration.ofDays(1))).hasMessage("field");
  }
}
