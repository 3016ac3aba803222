package dev.kindred.model.sequence;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.artifact.Later;
import dev.kindred.internal.neural.Noise;
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
 * Self-attentive sequential recommendation (Kang and McAuley 2018). The KNN field {@code
 * model.NAME} holds an item's embedding; the user's vector is the network's state after the last
 * events, computed for each request. Immutable and thread-safe.
 */
public final class SasRecModel implements Model {
  private final Manifest manifest;
  private final Settings settings;
  private final IdMap items;
  private final SasRecNetwork network;
  private final Workspaces<Workspace> workspaces;

  /**
   * @param factors the width: dimensions of the vectors
   * @param length events of the history that are read
   * @param layers blocks
   * @param heads of attention
   * @param inner width of the dense layer between two of a block
   * @param rightAligned whether the newest event always has the last position, as in the authors'
   *     code, which fills short histories up on the left; else, and where it is missing, the oldest
   *     has the first
   */
  public record Settings(
      int factors, int length, int layers, int heads, int inner, @Later Boolean rightAligned) {}

  /** What one request needs while it runs. */
  private static final class Workspace {
    final SasRecNetwork.State state;
    final int[] tokens;
    final int[] starts = new int[2];

    Workspace(SasRecNetwork network, int length) {
      state = new SasRecNetwork.State(network);
      tokens = new int[Steps.padded(length)];
    }
  }

  public SasRecModel(Manifest manifest, Settings settings, IdMap items, SasRecNetwork network) {
    this.manifest = manifest;
    this.settings = settings;
    this.items = items;
    this.network = network;
    this.workspaces = new Workspaces<>(() -> new Workspace(network, settings.length));
  }

  /** What a model of this name and width writes. */
  public static List<Manifest.FieldSpec> fields(String name, int factors) {
    return List.of(new Manifest.FieldSpec(Fields.of(name), "vector", factors));
  }

  public static Model read(Manifest manifest, ArtifactReader artifact) throws IOException {
    IdMap items = IdMap.of(artifact.strings("items"));
    Settings settings = artifact.settings(Settings.class);
    check(settings, artifact);
    SasRecNetwork network = SasRecNetwork.zeros(settings, items.size());
    Parameter.read(artifact, network.parameters());
    return new SasRecModel(manifest, settings, items, network);
  }

  private static void check(Settings settings, ArtifactReader artifact) throws IOException {
    artifact.requireAtLeast(1, "factors", settings.factors);
    artifact.requireAtLeast(1, "length", settings.length);
    artifact.requireAtLeast(0, "layers", settings.layers);
    artifact.requireAtLeast(1, "inner", settings.inner);
    artifact.require(
        settings.heads > 0 && settings.factors % settings.heads == 0,
        "heads",
        settings.heads,
        "a divisor of factors, " + settings.factors);
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
    if (ordinal >= 0) {
      int width = settings.factors;
      float[] table = network.items().table();
      float[] vector = Arrays.copyOfRange(table, ordinal * width, (ordinal + 1) * width);
      document.accept(Steps.field(manifest.name(), vector));
    }
  }

  @Override
  public Encoding encode(UserState user, Situation situation) {
    Workspace workspace = workspaces.borrow();
    try {
      int n = Window.read(user, situation, items, workspace.tokens, settings.length);
      if (n == 0) {
        return Window.none(user, manifest.name());
      }
      workspace.starts[1] = Steps.pad(workspace.tokens, n);
      network.apply(workspace.tokens, workspace.starts, 1, workspace.state, Noise.NONE, 0);
      return Steps.encoding(
          manifest.name(), items, workspace.tokens, n, workspace.state.out, settings.factors);
    } finally {
      workspaces.giveBack(workspace);
    }
  }
}
