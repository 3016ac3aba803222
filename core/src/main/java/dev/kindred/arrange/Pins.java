package dev.kindred.arrange;

import dev.kindred.request.Circumstances;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Puts named items at fixed positions. An item that no retriever proposes, or that is filtered or
 * seen, is not shown: the retriever {@code items} proposes it whatever else does.
 *
 * @param pins of two pins of one position the first takes it and the second the next
 * @param pool how deep pinned items are looked for; 500 when absent
 */
record Pins(List<Pin> pins, int pool) implements Arranger {
  public Pins {
    pins = pins == null ? List.of() : List.copyOf(pins);
    pool = pool == 0 ? 500 : pool;
    if (pool < 1) {
      throw new IllegalArgumentException("pool must be at least 1, was " + pool);
    }
  }

  /**
   * One pin.
   *
   * @param item its id
   * @param position from 1
   * @param when features of the moment that must hold; absent for always
   */
  record Pin(String item, int position, Map<String, String> when) {
    public Pin {
      Objects.requireNonNull(item, "item");
      when = when == null ? Map.of() : Map.copyOf(when);
      if (position < 1) {
        throw new IllegalArgumentException(
            "position must be at least 1, was " + position + " for item '" + item + "'");
      }
    }
  }

  @Override
  public int pool(Request request) {
    return active(request).isEmpty() ? 0 : pool;
  }

  private List<Pin> active(Request request) {
    Circumstances moment = Circumstances.of(request);
    return pins.stream()
        .filter(pin -> moment.meet(pin.when))
        .sorted(Comparator.comparingInt(Pin::position))
        .toList();
  }

  @Override
  public List<Scored> arrange(List<Scored> ranked, ResolvedRequest request) {
    List<Scored> arranged = new ArrayList<>(ranked);
    int taken = 0;
    for (Pin pin : active(request.request())) {
      Scored item = remove(arranged, taken, pin.item);
      if (item != null) {
        int at = Math.min(Math.max(pin.position - 1, taken), arranged.size());
        arranged.add(at, item);
        taken = at + 1;
      }
    }
    return arranged;
  }

  private static Scored remove(List<Scored> items, int from, String id) {
    for (int i = from; i < items.size(); i++) {
      if (items.get(i).itemId().equals(id)) {
        return items.remove(i);
      }
    }
    return null;
  }
}
