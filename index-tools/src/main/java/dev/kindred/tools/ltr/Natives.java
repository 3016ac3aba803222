package dev.kindred.tools.ltr;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** LightGBM's native library, and what to do where it does not load. */
final class Natives {
  private Natives() {}

  static void load() {
    try {
      if (!LGBMBooster.isNativeLoaded()) {
        // The library is unpacked there; a JVM may have been given a folder that is yet to be made.
        Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir")));
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
