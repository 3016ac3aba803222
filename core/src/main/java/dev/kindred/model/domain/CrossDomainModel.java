package dev.kindred.model.domain;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.model.Encoding;
import dev.kindred.model.Fields;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import dev.kindred.model.factor.AlsModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.VectorSimilarityFunction;

/**
 * Several catalogues in one index, each factorised on its own, with bridges that carry a user from
 * one to another. The KNN field {@code model.NAME} has a block of dimensions for each domain; an
 * item fills the block of its own. A user's vector has in each block the fold-in of what the user
 * did there, as far as that is trusted, and beside it what the user's places elsewhere say by way
 * of the bridges. So a filter by domain is all it takes to ask for one. What an item of the history
 * contributed is known on either side of a bridge. Immutable and thread-safe.
 */
public final class CrossDomainModel implements Model {
  private final Manifest manifest;
  private final Settings settings;
  private final List<Space> spaces;
  private final Bridges bridges;
  private final Crossing crossing;

  /**
   * @param domains their names, in the order of their blocks
   * @param trust so many liked items in a domain make its own fold-in as good as what the bridges
   *     say
   * @param users how a user is folded in, in each domain
   */
  public record Settings(List<String> domains, double trust, AlsModel.Settings users) {
    public Settings {
      domains = List.copyOf(domains);
    }
  }

  /**
   * The items of one domain.
   *
   * @param items their ids
   * @param rows row-major, one row of {@code factors} for each; zeros for an item without events
   */
  public record Domain(IdMap items, float[] rows) {}

  /**
   * @param domains in the order of the settings
   * @param bridges by source, then target; null where there is none, and from a domain to itself
   */
  public CrossDomainModel(
      Manifest manifest, Settings settings, List<Domain> domains, Bridge[][] bridges) {
    this(
        manifest,
        settings,
        domains.stream()
            .map(domain -> Space.of(manifest, settings.users, domain.items, domain.rows))
            .toList(),
        new Bridges(settings.users.factors(), bridges));
  }

  private CrossDomainModel(
      Manifest manifest, Settings settings, List<Space> spaces, Bridges bridges) {
    this.manifest = manifest;
    this.settings = settings;
    this.spaces = spaces;
    this.bridges = bridges;
    this.crossing = new Crossing(settings.users.factors(), settings.trust, bridges);
  }

  /** What a model of this name writes, with so many factors for each of so many domains. */
  public static List<Manifest.FieldSpec> fields(String name, int domains, int factors) {
    return List.of(new Manifest.FieldSpec(Fields.of(name), "vector", domains * factors));
  }

  public static Model read(Manifest manifest, ArtifactReader artifact) throws IOException {
    Settings settings = artifact.settings(Settings.class);
    List<Space> spaces = new ArrayList<>();
    for (int d = 0; d < settings.domains.size(); d++) {
      spaces.add(Space.read(manifest, settings.users, artifact, d));
    }
    return new CrossDomainModel(
        manifest,
        settings,
        spaces,
        Bridges.read(artifact, settings.domains.size(), settings.users.factors()));
  }

  @Override
  public void save(Path directory) throws IOException {
    ArtifactWriter artifact = new ArtifactWriter();
    for (int d = 0; d < spaces.size(); d++) {
      spaces.get(d).save(artifact, d);
    }
    bridges.save(artifact);
    artifact.write(directory, manifest, settings);
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public void index(Item item, Consumer<IndexableField> document) {
    int width = settings.users.factors();
    for (int d = 0; d < spaces.size(); d++) {
      if (spaces.get(d).knows(item.id())) {
        float[] vector = new float[width * spaces.size()];
        spaces.get(d).copy(item.id(), vector, d * width);
        document.accept(
            new KnnFloatVectorField(
                Fields.of(manifest.name()),
                vector,
                VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT));
        return;
      }
    }
  }

  @Override
  public Encoding encode(UserState user, Situation situation) {
    List<Encoding.Dense> places = new ArrayList<>();
    String silence = "there are no domains";
    for (Space space : spaces) {
      Encoding place = space.users().encode(user, situation);
      places.add(place instanceof Encoding.Dense dense ? dense : null);
      silence = place instanceof Encoding.None none ? none.reason() : silence;
    }
    return places.stream().allMatch(place -> place == null)
        ? new Encoding.None(silence)
        : crossing.of(Fields.of(manifest.name()), places);
  }
}
