package dev.kindred.tools.build;

import dev.kindred.Profiles;
import dev.kindred.Recommender;
import dev.kindred.model.Model;
import dev.kindred.request.Request;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;

/** Opens what was built as serving will, and asks it something, before anybody else can. */
final class Verification {
  private final Staged staged;
  private final BuildSpec spec;

  Verification(Staged staged, BuildSpec spec) {
    this.staged = staged;
    this.spec = spec;
  }

  /**
   * @throws IllegalStateException when the index is not what was trained and counted
   */
  Void run(Map<String, Model> models, Map<String, Long> totals) throws IOException {
    try (Recommender built =
        Recommender.openGeneration(staged.path(), InstantSource.fixed(spec.version()))) {
      require(built.size() == totals.get("items"), "items", totals.get("items"), built.size());
      require(
          built.models().keySet().equals(models.keySet()),
          "models",
          models.keySet(),
          built.models().keySet());
      for (String profile : built.profiles().byName().keySet()) {
        built.recommend(Request.EMPTY.profile(profile).size(1));
      }
      built.recommend(Request.search("anything").profile(Profiles.SEARCH).size(1));
    }
    return null;
  }

  private static void require(boolean holds, String what, Object expected, Object found) {
    if (!holds) {
      throw new IllegalStateException(
          "the new index is not published: its "
              + what
              + " are "
              + found
              + ", expected "
              + expected
              + "; please report this");
    }
  }
}
