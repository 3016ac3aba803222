package dev.kindred.model.demand;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.internal.artifact.DType;
import dev.kindred.internal.artifact.Tensor;
import dev.kindred.model.Encoding;
import dev.kindred.model.Fields;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexableField;

/**
 * Popularity and trend: how much each item is asked for, the same for everyone. The doc value
 * {@code model.NAME} holds {@code ln Σ w·e^{λ(t−L)}} as double bits, over the item's events of
 * strength w and time t in ms, with the landmark L at the epoch and λ = 0 for popularity (Cormode
 * et al. 2009, "Forward decay", equation 3). Immutable and thread-safe.
 */
public final class DemandModel implements Model {
  private final Manifest manifest;
  private final IdMap items;
  private final double[] demand;

  /**
   * @param items the items in the order of {@code demand}
   * @param demand logarithms; negative infinity for an item nobody touched
   */
  public DemandModel(Manifest manifest, IdMap items, double[] demand) {
    this.manifest = manifest;
    this.items = items;
    this.demand = demand;
  }

  /** What a model of this name writes. */
  public static List<Manifest.FieldSpec> fields(String name) {
    return List.of(new Manifest.FieldSpec(Fields.of(name), "number", 0));
  }

  public static Model read(Manifest manifest, ArtifactReader artifact) throws IOException {
    IdMap items = IdMap.of(artifact.strings("items"));
    Tensor demand = artifact.tensor("demand", DType.F64, items.size());
    return new DemandModel(manifest, items, demand.doubles());
  }

  @Override
  public void save(Path directory) throws IOException {
    new ArtifactWriter()
        .strings("items", items.ids())
        .tensor("demand", Tensor.of(demand))
        .write(directory, manifest, new Settings());
  }

  private record Settings() {}

  /** ln(eᵃ + eᵇ) without overflow. */
  public static double logSum(double a, double b) {
    double larger = Math.max(a, b);
    return larger == Double.NEGATIVE_INFINITY
        ? larger
        : larger + Math.log1p(Math.exp(Math.min(a, b) - larger));
  }

  /** λ per millisecond by what the trainer was told; 0 for demand that does not fade. */
  public double rate() {
    Object halfLife = manifest.trainer().get("half_life");
    return halfLife == null ? 0 : Math.log(2) / Duration.parse(String.valueOf(halfLife)).toMillis();
  }

  /** What one more event adds to its item's sum, as a logarithm. */
  public static double term(double strength, double rate, long millis) {
    return Math.log(strength) + rate * millis;
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public void index(Item item, Consumer<IndexableField> document) {
    int ordinal = items.ordinal(item.id());
    if (ordinal >= 0 && demand[ordinal] != Double.NEGATIVE_INFINITY) {
      String field = Fields.of(manifest.name());
      document.accept(
          new NumericDocValuesField(field, Double.doubleToRawLongBits(demand[ordinal])));
    }
  }

  @Override
  public Encoding encode(UserState user, Situation situation) {
    return new Encoding.None(
        manifest.name()
            + " is the same for everyone: rank by the field "
            + Fields.of(manifest.name()));
  }
}
