package dev.kindred;

import dev.kindred.arrange.bandit.PosteriorStore;
import dev.kindred.impressions.ImpressionLog;
import dev.kindred.impressions.RewardLog;
import dev.kindred.index.ItemState;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What happens beside the generations of an index folder; empty where there is no folder.
 *
 * @param items what becomes of them, to be kept up to date
 * @param impressions what was shown
 * @param rewards what came of it
 */
record Live(
    Optional<ItemState> items, Optional<ImpressionLog> impressions, Optional<RewardLog> rewards) {
  static final Live NONE = new Live(Optional.empty(), Optional.empty(), Optional.empty());

  static Live of(Path index, ItemState items, PosteriorStore learned) {
    return new Live(
        Optional.of(items),
        Optional.of(ImpressionLog.of(index)),
        Optional.of(RewardLog.of(index, learned.position())));
  }
}
