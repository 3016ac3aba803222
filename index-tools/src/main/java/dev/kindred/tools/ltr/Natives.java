package dev.kindred.tools.ltr;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;

/** LightGBM's native library, and what to do where it does not load. */
final class Natives {
  private Natives() {}

  static void load() {
    try {
      if (!LGBMBooster.isNativeLoaded()) {
        LGBMBooster.loadNative();
      }
    } catch (IOException | LinkageError e) {
      throw new IllegalStateException(
          "LightGBM's native library does not load here ("
              + e.getMessage()
              + "); it needs libgomp (apt-get install libgomp1) and a writable folder for temporary"
              + " files; or train elsewhere: ltr use takes the model files of LightGBM, XGBoost and"
              + " RankLib",
          e);
    }
  }
}
