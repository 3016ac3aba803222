package dev.kindred.tools.train.deep;

import java.util.Map;

class TwoTowerTest extends DeepContract {
  @Override
  protected String name() {
    return "twotower";
  }

  @Override
  protected Map<String, String> parameters() {
    return Map.ofEntries(
        Map.entry("factors", "8"),
        Map.entry("embedding", "8"),
        Map.entry("layers", "16"),
        Map.entry("batch", "32"),
        Map.entry("epochs", "40"),
        Map.entry("validation", "0"),
        Map.entry("negatives", "8"),
        Map.entry("learning_rate", "0.01"),
        Map.entry("context", "HOUR,WEEKDAY"),
        Map.entry("age", "false"),
        Map.entry("future", "false"));
  }
}
