package dev.kindred.arrange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.arrange.Pins.Pin;
import dev.kindred.data.UserState;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PinsTest extends ArrangerContract {
  private static final Pins PINS =
      new Pins(
          List.of(
              new Pin("item7", 1, null),
              new Pin("item3", 4, Map.of("device", "mobile")),
              new Pin("item9", 1, null),
              new Pin("nowhere", 2, null)),
          0);

  @Override
  Arranger arranger() {
    return PINS;
  }

  private static List<String> arranged(Request request) {
    var resolved = new ResolvedRequest(request, UserState.UNKNOWN, Map.of(), null, null);
    return PINS.arrange(page(12), resolved).stream().map(Scored::itemId).limit(5).toList();
  }

  @Test
  void pinnedItemsStandWhereTheyArePinned() {
    assertThat(arranged(Request.EMPTY))
        .containsExactly("item7", "item9", "item0", "item1", "item2");
  }

  @Test
  void aPinMayHoldAtSomeMomentsOnly() {
    assertThat(arranged(Request.EMPTY.context(Map.of("device", "mobile"))))
        .containsExactly("item7", "item9", "item0", "item3", "item1");
    Pins mobile = new Pins(List.of(new Pin("item3", 4, Map.of("device", "mobile"))), 0);
    assertThat(mobile.pool(Request.EMPTY)).as("nothing to do").isZero();
  }

  @Test
  void thereIsNoPositionZero() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Pin("x", 0, null))
        .withMessageContaining("position must be at least 1, was 0 for item 'x'");
  }
}
