package dev.kindred.tools.train.deep;

import dev.kindred.tools.train.NetworkContract;
import java.util.Map;

class TwoTowerTest extends NetworkContract {
  @Override
  protected String name() {
    return "twotower";
  }

  @Override
  protected Map<String, String> parameters() {
    return Map.of(
        "factors",
        "8",
        "embedding",
        "8",
        "layers",
        "16",
        "batch",
        "32",
        "epochs",
        "40",
        "negatives",
        "8",
        "learning_rate",
        "0.01",
        "context",
        "HOUR,WEEKDAY",
        "age",
        "false",
        "future",
        "false");
  }
}
