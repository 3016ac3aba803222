package dev.kindred.tools.train.factor;

import dev.kindred.tools.train.TrainerContract;
import java.util.Map;

/** Of items' rows. */
class ItemAutorecTest extends TrainerContract {
  @Override
  protected String name() {
    return "autorec";
  }

  @Override
  protected Map<String, String> parameters() {
    return Map.of(
        "side", "item",
        "loss", "squared",
        "factors", "8",
        "learning_rate", "0.02",
        "batch", "8",
        "dropout", "0");
  }
}
