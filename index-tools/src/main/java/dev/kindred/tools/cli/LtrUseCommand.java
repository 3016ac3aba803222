package dev.kindred.tools.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Profile;
import dev.kindred.Profiles;
import dev.kindred.internal.registry.Registry;
import dev.kindred.rank.Part;
import dev.kindred.rank.combine.TreesCombiner;
import dev.kindred.rank.combine.trees.TreeFiles;
import dev.kindred.tools.build.ProfileChange;
import dev.kindred.tools.rehearse.IndexFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "use",
    description = {
      "Let a profile judge by trees: of ltr train, or a file of LightGBM, XGBoost or RankLib.",
      "Publishes a generation that differs in the profile alone; rollback goes back."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  kindred ltr use --index index --model trees.txt",
      "  kindred ltr use --index index --off"
    })
final class LtrUseCommand extends Action {
  /** Of a profile's trees as text: a cluster keeps them in its state, which is copied whole. */
  private static final int MOST = 1 << 20;

  @Mixin private IndexOption index;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "The profile to change. Default: ${DEFAULT-VALUE}.",
      defaultValue = Profiles.HOME)
  private String name;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "LightGBM's text, XGBoost's JSON or RankLib's XML.")
  private Path model;

  @Option(names = "--off", description = "Add up weighted signals again.")
  private boolean off;

  @Override
  protected void run() throws Exception {
    if (off == (model != null)) {
      throw wrongUsage("use what? give --model FILE, or --off for the weighted signals");
    }
    Profiles profiles;
    try (IndexFolder folder = IndexFolder.open(index.folder)) {
      profiles = folder.profiles();
    }
    Profile before = usage(() -> new Registry<>("profile", profiles.byName()).get(name));
    TreesCombiner trees = off ? null : trees(before);
    Map<String, Profile> changed = new LinkedHashMap<>(profiles.byName());
    changed.put(name, before.combinedBy(trees));
    String generation =
        ProfileChange.publish(
            index.folder, new Profiles(changed, profiles.weights()), console().clock().instant());
    answer(generation, trees);
  }

  private TreesCombiner trees(Profile profile) throws IOException {
    List<String> signals = profile.signals().stream().map(Part::name).toList();
    TreesCombiner trees = TreesCombiner.of(TreeFiles.read(model), signals);
    int size = trees.forest().encoded().length();
    if (size > MOST) {
      throw new IllegalArgumentException(
          model
              + ": its trees take "
              + size
              + " characters in a profile, at most "
              + MOST
              + " are taken; learn fewer trees, or fewer leaves");
    }
    return trees;
  }

  private void answer(String generation, TreesCombiner trees) {
    if (globals().json()) {
      ObjectNode json = Json.object();
      json.put("generation", generation);
      json.put("profile", name);
      json.put("trees", trees == null ? 0 : trees.forest().trees());
      json.put("source", trees == null ? null : trees.source());
      out().println(Json.line(json));
      return;
    }
    out()
        .println(
            "profile "
                + name
                + " of generation "
                + generation
                + (trees == null
                    ? " adds up weighted signals"
                    : " judges by " + trees.forest() + " (" + trees.source() + ")"));
  }
}
