package dev.kindred.tools.build;

import dev.kindred.Profile;
import dev.kindred.Profiles;
import dev.kindred.Recommender;
import dev.kindred.data.EventWeights;
import dev.kindred.data.Item;
import dev.kindred.index.ItemWriter;
import dev.kindred.index.LuceneUserStore;
import dev.kindred.index.Schema;
import dev.kindred.model.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.FSDirectory;

/**
 * Serves models from an index of their own, as an application would be served, for measuring them.
 *
 * @param schema what the fields of items mean
 * @param threads that write the index
 * @param clock what requests without a time take for now
 */
public record ExactServing(Schema schema, int threads, Instant clock) {
  /** A catalogue of which nothing is known but ids. */
  public static final Schema BARE =
      new Schema(List.of(), List.of(), List.of(), null, null, Map.of(), null);

  /**
   * Writes the items and opens them.
   *
   * @param folder gets the index and an empty store of users; the caller removes it
   * @param profile the only ranking
   */
  public Recommender open(Path folder, Map<String, Model> models, List<Item> items, Profile profile)
      throws IOException {
    FSDirectory directory = FSDirectory.open(folder.resolve("items"));
    try (ItemWriter writer = ItemWriter.create(directory, schema, List.copyOf(models.values()))) {
      writer.addAll(items, threads, done -> {});
      writer.commit(Map.of());
    }
    Recommender.Parts parts =
        new Recommender.Parts(
            schema,
            models,
            new Profiles(Map.of(profile.name(), profile), EventWeights.EQUAL),
            LuceneUserStore.open(folder.resolve("users")));
    return Recommender.of(directory, parts, InstantSource.fixed(clock), null);
  }
}
