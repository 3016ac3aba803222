package dev.kindred.model.content;

import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.internal.artifact.ArtifactReader;
import dev.kindred.internal.artifact.ArtifactWriter;
import dev.kindred.model.Encoding;
import dev.kindred.model.Liking;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexableField;

/**
 * The values of a keyword field, such as category, that the user turns to: each weighs the share of
 * the user's recent strength that went to items with it, −1 to 1. Answered by the catalogue's own
 * field, so it has no item half and knows items that came after training. Immutable and
 * thread-safe.
 */
public final class PreferenceModel implements Model {
  private final Manifest manifest;
  private final Settings settings;

  /**
   * @param field a keyword field, indexed as whole values
   * @param half_life after which an event of the history counts half; null when they do not age
   * @param history how many of the latest items are looked up, at least 1
   */
  public record Settings(String field, Duration half_life, int history) {}

  public PreferenceModel(Manifest manifest, Settings settings) {
    this.manifest = manifest;
    this.settings = settings;
  }

  public static Model read(Manifest manifest, ArtifactReader artifact) throws IOException {
    return new PreferenceModel(manifest, artifact.settings(Settings.class));
  }

  @Override
  public void save(Path directory) throws IOException {
    new ArtifactWriter().write(directory, manifest, settings);
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public void index(Item item, Consumer<IndexableField> document) {
    // The catalogue's own field is the item half.
  }

  @Override
  public Encoding encode(UserState user, Situation situation) throws IOException {
    List<Liking> likings = Liking.of(user, situation, settings.half_life);
    Map<String, Double> sums = new HashMap<>();
    double total = 0;
    for (Liking liking : likings.subList(0, Math.min(settings.history, likings.size()))) {
      Optional<Item> item = situation.catalogue().find(liking.itemId());
      if (item.isPresent()) {
        total += Math.abs(liking.weight());
        for (String value : item.get().values(settings.field)) {
          sums.merge(value, liking.weight(), Double::sum);
        }
      }
    }
    Map<String, Float> shares = shares(sums, total);
    return shares.isEmpty()
        ? Liking.none(likings, "has a known " + settings.field)
        : new Encoding.Sparse(settings.field, shares, "", Map.of());
  }

  private static Map<String, Float> shares(Map<String, Double> sums, double total) {
    Map<String, Float> shares = new HashMap<>();
    sums.forEach(
        (value, sum) -> {
          if (sum != 0) {
            shares.put(value, (float) (sum / total));
          }
        });
    return shares;
  }
}
