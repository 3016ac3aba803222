package dev.kindred.tools.rehearse;

import dev.kindred.Profile;
import dev.kindred.Profiles;
import dev.kindred.data.Interactions;
import dev.kindred.data.Item;
import dev.kindred.index.Generations;
import dev.kindred.index.ItemReader;
import dev.kindred.index.Lease;
import dev.kindred.index.Schema;
import dev.kindred.internal.registry.Polymorphic;
import dev.kindred.model.Model;
import dev.kindred.model.registry.Models;
import dev.kindred.tools.tune.NormalizerFitter;
import dev.kindred.tools.tune.Serving;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/** The generation that an index folder serves, read for rehearsals. Thread-safe. */
public final class IndexFolder implements Closeable {
  private final Lease lease;
  private final Schema schema;
  private final Profiles profiles;
  private final Map<String, Model> models;
  private final FSDirectory directory;
  private final DirectoryReader reader;

  private IndexFolder(Lease lease) throws IOException {
    this.lease = lease;
    Path folder = lease.path();
    this.schema = Schema.read(folder.resolve(Generations.SCHEMA));
    this.profiles =
        Profiles.parse(Polymorphic.json().readTree(folder.resolve(Generations.PROFILES).toFile()));
    this.models = models(folder.resolve(Generations.MODELS));
    this.directory = FSDirectory.open(folder.resolve(Generations.ITEMS));
    this.reader = open(directory);
  }

  private static DirectoryReader open(FSDirectory directory) throws IOException {
    try {
      return DirectoryReader.open(directory);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /**
   * The current generation.
   *
   * @throws IllegalStateException when there is none
   */
  public static IndexFolder open(Path index) throws IOException {
    Lease lease = Generations.at(index).lease();
    try {
      return new IndexFolder(lease);
    } catch (IOException | RuntimeException e) {
      lease.close();
      throw e;
    }
  }

  private static Map<String, Model> models(Path folder) throws IOException {
    Map<String, Model> models = new TreeMap<>();
    try (Stream<Path> each = Files.list(folder)) {
      for (Path one : each.sorted().toList()) {
        models.put(one.getFileName().toString(), Models.load(one));
      }
    }
    return models;
  }

  public Schema schema() {
    return schema;
  }

  public Profiles profiles() {
    return profiles;
  }

  /** By name. */
  public Map<String, Model> models() {
    return models;
  }

  /** The models as their manifests say they were trained. */
  public List<Rehearsal.Part> parts() {
    return models.values().stream().map(m -> Rehearsal.Part.of(m.manifest())).toList();
  }

  /** The catalogue, read back from the index. */
  public List<Item> items() throws IOException {
    List<Item> items = new ArrayList<>();
    new ItemReader(reader).forEach(items::add);
    return items;
  }

  FSDirectory directory() {
    return directory;
  }

  /** The profile with its fitted normalisers fitted again, to what this index says of the users. */
  public Profile fit(Profile profile, Interactions events, int threads) throws IOException {
    Serving serving = new Serving(new IndexSearcher(reader), schema, models, profiles.weights());
    return new NormalizerFitter(serving, Samples.of(events, schema, items()), threads)
        .fit(Retuning.unfitted(profile));
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(reader, directory, lease);
  }
}
