package dev.kindred.model.sequence;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.neural.Parameter;
import dev.kindred.model.Encoding;
import dev.kindred.model.Fields;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexableField;

/**
 * GRU4Rec (Hidasi, Karatzoglou, Baltrunas and Tikk 2016): a recurrent network reads the last
 * events. The KNN field {@code model.NAME} holds an item's embedding and, as one more dimension,
 * its bias; the user's vector is the hidden state and a 1. Immutable and thread-safe.
 */
public final class GruModel implements Model {
  private final Manifest manifest;
  private final Settings settings;
  private final IdMap items;
  private final GruNetwork network;
  private final Workspaces<Workspace> workspaces;

  /**
   * @param factors width of the hidden state; vectors have one dimension more
   * @param length events of the history that are read
   */
  public record Settings(int factors, int length) {}

  /** What one request needs while it runs. */
  private static final class Workspace {
    final int[] tokens;
    final float[] before;
    final float[] gates;
    final float[] recurrent;

    /** The state after each event, with a 1 behind it. */
    final float[] states;

    Workspace(Settings settings) {
      tokens = new int[settings.length];
      before = new float[settings.factors];
      gates = new float[3 * settings.factors];
      recurrent = new float[3 * settings.factors];
      states = new float[settings.length * (settings.factors + 1)];
    }
  }

  public GruModel(Manifest manifest, Settings settings, IdMap items, GruNetwork network) {
    this.manifest = manifest;
    this.settings = settings;
    this.items = items;
    this.network = network;
    this.workspaces = new Workspaces<>(() -> new Workspace(settings));
  }

  /** What a model of this name and width writes. */
  public static List<Manifest.FieldSpec> fields(String name, int factors) {
    return List.of(new Manifest.FieldSpec(Fields.of(name), "vector", factors + 1));
  }

  public static Model read(Manifest manifest, ArtifactReader artifact) throws IOException {
    IdMap items = IdMap.of(artifact.strings("items"));
    Settings settings = artifact.settings(Settings.class);
    artifact.requireAtLeast(1, "factors", settings.factors);
    artifact.requireAtLeast(1, "length", settings.length);
    GruNetwork network = GruNetwork.zeros(settings.factors, items.size());
    Parameter.read(artifact, network.parameters());
    return new GruModel(manifest, settings, items, network);
  }

  @Override
  public void save(Path directory) throws IOException {
    ArtifactWriter writer = new ArtifactWriter().strings("items", items.ids());
    Parameter.write(writer, network.parameters());
    writer.write(directory, manifest, settings);
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public void index(Item item, Consumer<IndexableField> document) {
    int ordinal = items.ordinal(item.id());
    if (ordinal < 0) {
      return;
    }
    int width = settings.factors;
    float[] vector =
        Arrays.copyOf(
            Arrays.copyOfRange(network.items().table(), ordinal * width, (ordinal + 1) * width),
            width + 1);
    vector[width] = network.bias()[ordinal];
    document.accept(Steps.field(manifest.name(), vector));
  }

  @Override
  public Encoding encode(UserState user, Situation situation) {
    Workspace workspace = workspaces.borrow();
    try {
      int n = Window.read(user, situation, items, workspace.tokens, settings.length);
      if (n == 0) {
        return Window.none(user, manifest.name());
      }
      run(workspace, n);
      return Steps.encoding(
          manifest.name(), items, workspace.tokens, n, workspace.states, settings.factors + 1);
    } finally {
      workspaces.giveBack(workspace);
    }
  }

  private void run(Workspace workspace, int n) {
    int width = settings.factors;
    Arrays.fill(workspace.before, 0);
    for (int event = 0; event < n; event++) {
      int at = event * (width + 1);
      network
          .cell()
          .apply(
              1,
              network.items().table(),
              workspace.tokens[event] * width,
              workspace.before,
              0,
              workspace.gates,
              0,
              workspace.recurrent,
              0,
              workspace.before,
              0);
      System.arraycopy(workspace.before, 0, workspace.states, at, width);
      workspace.states[at + width] = 1;
    }
  }
}
