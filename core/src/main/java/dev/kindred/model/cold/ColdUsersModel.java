package dev.kindred.model.cold;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.artifact.DType;
import dev.kindred.internal.artifact.Tensor;
import dev.kindred.internal.math.Kernels;
import dev.kindred.model.Complement;
import dev.kindred.model.Encoding;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexableField;

/**
 * Gives a user without a history a place in the spaces of other models, predicted from declared
 * facts, such as {@code age=20}, by a linear map. The request's context is a source of facts too;
 * what is declared of the user goes before it. Of a user whose facts were never seen it says
 * nothing. Immutable and thread-safe.
 */
public final class ColdUsersModel implements Complement {
  private final Manifest manifest;
  private final IdMap facts;
  private final Map<String, float[]> maps;

  /**
   * @param targets the vector fields whose users are predicted, with their dimensions
   */
  record Settings(Map<String, Integer> targets) {}

  /**
   * @param facts as {@code name=value}
   * @param maps by vector field: row-major, one row for each fact, and one that everybody gets
   */
  public ColdUsersModel(Manifest manifest, IdMap facts, Map<String, float[]> maps) {
    this.manifest = manifest;
    this.facts = facts;
    this.maps = new TreeMap<>(maps);
  }

  public static ColdUsersModel read(Manifest manifest, ArtifactReader artifact) throws IOException {
    IdMap facts = IdMap.of(artifact.strings("facts"));
    Map<String, float[]> maps = new TreeMap<>();
    for (Map.Entry<String, Integer> target : artifact.settings(Settings.class).targets.entrySet()) {
      String tensor = "map." + target.getKey();
      int rows = facts.size() + 1;
      maps.put(
          target.getKey(), artifact.tensor(tensor, DType.F32, rows, target.getValue()).floats());
    }
    return new ColdUsersModel(manifest, facts, maps);
  }

  @Override
  public void save(Path directory) throws IOException {
    Map<String, Integer> targets = new TreeMap<>();
    ArtifactWriter artifact = new ArtifactWriter().strings("facts", facts.ids());
    maps.forEach(
        (field, map) -> {
          int dimension = map.length / (facts.size() + 1);
          targets.put(field, dimension);
          artifact.tensor("map." + field, Tensor.of(map, facts.size() + 1, dimension));
        });
    artifact.write(directory, manifest, new Settings(targets));
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public void index(Item item, Consumer<IndexableField> document) {}

  @Override
  public Encoding encode(UserState user, Situation situation) {
    return new Encoding.None(
        manifest.name() + " predicts what other models say of new users, and knows no items");
  }

  /**
   * The facts as numbers: 1 where one holds, and a last 1.
   *
   * @return null when none holds
   */
  public static float[] numbers(
      IdMap facts, Map<String, String> attributes, Map<String, String> context) {
    Map<String, String> declared = new TreeMap<>(context);
    declared.putAll(attributes);
    float[] numbers = new float[facts.size() + 1];
    boolean any = false;
    for (Map.Entry<String, String> fact : declared.entrySet()) {
      int ordinal = facts.ordinal(fact.getKey() + "=" + fact.getValue());
      if (ordinal >= 0) {
        numbers[ordinal] = 1;
        any = true;
      }
    }
    numbers[facts.size()] = 1;
    return any ? numbers : null;
  }

  @Override
  public Encoding complete(Model other, UserState user, Situation situation, Encoding.None said) {
    List<Manifest.FieldSpec> fields = other.manifest().fields();
    float[] map = fields.size() == 1 ? maps.get(fields.getFirst().name()) : null;
    float[] numbers = map == null ? null : numbers(facts, user.attributes(), situation.context());
    if (numbers == null) {
      return said;
    }
    int dimension = map.length / numbers.length;
    float[] vector = Arrays.copyOfRange(map, map.length - dimension, map.length);
    for (int i = 0; i < facts.size(); i++) {
      if (numbers[i] != 0) {
        Kernels.get().axpy(1, map, i * dimension, vector, 0, dimension);
      }
    }
    return new Encoding.Dense(fields.getFirst().name(), vector);
  }
}
