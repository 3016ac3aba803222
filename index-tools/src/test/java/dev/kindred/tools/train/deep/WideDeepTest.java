package dev.kindred.tools.train.deep;

import java.util.Map;

class WideDeepTest extends DeepContract {
  @Override
  protected String name() {
    return "widedeep";
  }

  @Override
  protected Map<String, String> parameters() {
    return Map.of(
        "embedding",
        "8",
        "layers",
        "8,4",
        "batch",
        "16",
        "epochs",
        "40",
        "validation",
        "0",
        "learning_rate",
        "0.01",
        "context",
        "HOUR");
  }
}
