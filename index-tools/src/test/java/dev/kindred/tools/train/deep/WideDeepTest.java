package dev.kindred.tools.train.deep;

import dev.kindred.tools.train.NetworkContract;
import java.util.Map;

class WideDeepTest extends NetworkContract {
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
        "learning_rate",
        "0.01",
        "context",
        "HOUR");
  }
}
