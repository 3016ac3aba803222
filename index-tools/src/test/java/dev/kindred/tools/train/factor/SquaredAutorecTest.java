package dev.kindred.tools.train.factor;

import dev.kindred.tools.train.TrainerContract;
import java.util.Map;

/** Of users' rows, by squared error. */
class SquaredAutorecTest extends TrainerContract {
  @Override
  protected String name() {
    return "autorec";
  }

  @Override
  protected Map<String, String> parameters() {
    return Map.of(
        "side", "user",
        "loss", "squared",
        "factors", "8",
        "learning_rate", "0.02",
        "batch", "8",
        "dropout", "0");
  }
}
