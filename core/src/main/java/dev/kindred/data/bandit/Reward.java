package dev.kindred.data.bandit;

import java.util.List;
import java.util.Objects;

/**
 * What came of an item of an answer, told later: 1 for a click, 0 once it is clear that none comes,
 * or any finite value for bandits that take values. Immutable.
 *
 * @param requestId names the answer, as it was noted
 * @param itemId an item of its page
 * @param value finite
 */
public record Reward(String requestId, String itemId, double value) {
  public Reward {
    Objects.requireNonNull(requestId, "requestId");
    Objects.requireNonNull(itemId, "itemId");
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "the reward of '" + itemId + "' must be finite, was " + value);
    }
  }

  /**
   * What became of rewards. Immutable.
   *
   * @param learned how many are on the disk now, and in the next request's bandits
   * @param repeated how many were told before: the first reward of an item of an answer counts
   * @param unknown those of answers that are not noted, or no longer, or without that item
   */
  public record Receipt(int learned, int repeated, List<Reward> unknown) {
    public Receipt {
      unknown = List.copyOf(unknown);
    }
  }
}
