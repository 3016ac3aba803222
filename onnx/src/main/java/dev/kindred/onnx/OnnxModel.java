package dev.kindred.onnx;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.artifact.Tensor;
import dev.kindred.model.Encoding;
import dev.kindred.model.Fields;
import dev.kindred.model.Liking;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.VectorSimilarityFunction;

/**
 * A model whose query half is an ONNX graph: the latest liked items, oldest first, go in, and the
 * vector that items are compared with comes out. The KNN field {@code model.NAME} holds an item's
 * vector. Immutable and thread-safe; native memory is freed with the model.
 */
public final class OnnxModel implements Model {
  private final Manifest manifest;
  private final Settings settings;
  private final IdMap items;
  private final float[] vectors;
  private final byte[] graph;
  private final Encoder encoder;

  /** What the graph is given of each item. */
  public enum Input {
    /** Its row number: I64[1, n]. */
    ROWS,
    /** Its vector: F32[1, n, factors]. */
    VECTORS
  }

  /**
   * @param factors dimensions of the items' vectors and of the graph's answer
   * @param length the latest items that the graph is given
   * @param input what it is given of each
   * @param file name of the graph's file in the artifact
   * @param sha256 checksum of that file, in hex
   */
  public record Settings(int factors, int length, Input input, String file, String sha256) {}

  private OnnxModel(
      Manifest manifest, Settings settings, IdMap items, float[] vectors, byte[] graph, Encoder e) {
    this.manifest = manifest;
    this.settings = settings;
    this.items = items;
    this.vectors = vectors;
    this.graph = graph;
    this.encoder = e;
    e.freeWith(this);
  }

  /** What a model of this name and so many factors writes. */
  public static List<Manifest.FieldSpec> fields(String name, int factors) {
    return List.of(new Manifest.FieldSpec(Fields.of(name), "vector", factors));
  }

  /**
   * Makes a model of a graph with one input and one output.
   *
   * @param vectors row-major, one row of {@code settings.factors} for each item
   * @throws IOException when the runtime cannot load the graph, or it is not of the shape
   */
  public static OnnxModel of(
      Manifest manifest, Settings settings, IdMap items, float[] vectors, byte[] graph)
      throws IOException {
    Encoder encoder = Encoder.open(settings.file, graph, settings.input, settings.factors);
    return new OnnxModel(manifest, settings, items, vectors, graph.clone(), encoder);
  }

  static OnnxModel read(Manifest manifest, ArtifactReader artifact) throws IOException {
    Settings settings = artifact.settings(Settings.class);
    IdMap items = IdMap.of(artifact.strings("items"));
    artifact.requireAtLeast(1, "length", settings.length);
    float[] vectors = artifact.numbers("item_factors", items.size(), settings.factors);
    byte[] graph = artifact.file(settings.file, settings.sha256);
    return of(manifest, settings, items, vectors, graph);
  }

  @Override
  public void save(Path directory) throws IOException {
    Files.write(directory.resolve(settings.file), graph, StandardOpenOption.CREATE_NEW);
    new ArtifactWriter()
        .strings("items", items.ids())
        .tensor("item_factors", Tensor.of(vectors, items.size(), settings.factors))
        .write(directory, manifest, settings);
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  private float[] vector(int ordinal) {
    int d = settings.factors;
    return Arrays.copyOfRange(vectors, ordinal * d, ordinal * d + d);
  }

  @Override
  public void index(Item item, Consumer<IndexableField> document) {
    int ordinal = items.ordinal(item.id());
    if (ordinal >= 0) {
      document.accept(
          new KnnFloatVectorField(
              Fields.of(manifest.name()),
              vector(ordinal),
              VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT));
    }
  }

  @Override
  public Encoding encode(UserState user, Situation situation) throws IOException {
    List<Liking> likings = Liking.of(user, situation, null);
    long[] latest =
        likings.stream()
            .filter(liking -> liking.weight() > 0)
            .mapToLong(liking -> items.ordinal(liking.itemId()))
            .filter(ordinal -> ordinal >= 0)
            .limit(settings.length)
            .toArray();
    if (latest.length == 0) {
      return Liking.none(likings, "is liked and known to " + manifest.name());
    }
    long[] rows = new long[latest.length];
    Arrays.setAll(rows, i -> latest[latest.length - 1 - i]);
    float[] answer =
        settings.input == Input.ROWS ? encoder.rows(rows) : encoder.vectors(vectors(rows));
    return new Encoding.Dense(Fields.of(manifest.name()), answer);
  }

  private float[][] vectors(long[] rows) {
    return Arrays.stream(rows).mapToObj(row -> vector((int) row)).toArray(float[][]::new);
  }
}
