package dev.kindred.tools.rehearse;

import dev.kindred.Profile;
import dev.kindred.Profiles;
import dev.kindred.Recommender;
import dev.kindred.data.Dataset;
import dev.kindred.data.EventWeights;
import dev.kindred.data.Interactions;
import dev.kindred.data.Item;
import dev.kindred.index.ItemWriter;
import dev.kindred.index.LuceneUserStore;
import dev.kindred.index.Schema;
import dev.kindred.model.Model;
import dev.kindred.tools.train.Dependent;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.Trainer;
import dev.kindred.tools.train.registry.Trainers;
import dev.kindred.tools.tune.NormalizerFitter;
import dev.kindred.tools.tune.Sample;
import dev.kindred.tools.tune.Serving;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/**
 * An index that nobody is served from: models trained on a part of the events and a catalogue
 * indexed with them, so that profiles can be tried on events that no model has seen. Thread-safe
 * once made.
 */
public final class Rehearsal implements Closeable {
  private static final Comparator<Part> INDEPENDENT_FIRST =
      Comparator.comparing(part -> Trainers.create(part.algorithm) instanceof Dependent);

  private final Setting setting;
  private final Path folder;
  private final Interactions train;
  private final Map<String, Model> models;
  private final Map<String, Double> seconds;
  private final FSDirectory directory;
  private final DirectoryReader reader;

  private Rehearsal(
      Setting setting,
      Path folder,
      Interactions train,
      Map<String, Model> models,
      Map<String, Double> seconds,
      FSDirectory directory)
      throws IOException {
    this.setting = setting;
    this.folder = folder;
    this.train = train;
    this.models = models;
    this.seconds = seconds;
    this.directory = directory;
    this.reader = DirectoryReader.open(directory);
  }

  /**
   * An index as it is, whose models have not seen what will be asked.
   *
   * @param train what was learned from: histories of fitting
   * @param folder for what is kept beside it; the caller removes it
   */
  public static Rehearsal asTrained(
      IndexFolder index, Setting setting, Interactions train, Path folder) throws IOException {
    FSDirectory items = FSDirectory.open(index.directory().getDirectory());
    return new Rehearsal(setting, folder, train, index.models(), Map.of(), items);
  }

  /**
   * A model to train.
   *
   * @param name in profiles and fields
   * @param algorithm how it is trained
   * @param parameters those that differ from the algorithm's defaults
   */
  public record Part(String name, String algorithm, Map<String, String> parameters) {
    public Part {
      parameters = Map.copyOf(parameters);
    }

    /** The model that the manifest describes, to be trained again. */
    public static Part of(dev.kindred.model.Manifest manifest) {
      Map<String, Object> trainer = new HashMap<>(manifest.trainer());
      String algorithm = String.valueOf(trainer.remove("trainer"));
      Set<String> known = Trainers.parameters(algorithm).keySet();
      Map<String, String> parameters = new HashMap<>();
      trainer.forEach(
          (name, value) -> {
            if (known.contains(name)) {
              parameters.put(name, text(value));
            }
          });
      return new Part(manifest.name(), algorithm, parameters);
    }

    private static String text(Object value) {
      return value instanceof List<?> list
          ? String.join(",", list.stream().map(String::valueOf).toList())
          : String.valueOf(value);
    }
  }

  /**
   * What is rehearsed with.
   *
   * @param schema of the catalogue
   * @param items the catalogue; what only events name is added with nothing but its id
   * @param parts the models
   * @param users declared facts by user id
   * @param version of the models
   * @param progress by model name, is told how far the training is
   */
  public record Setting(
      Schema schema,
      List<Item> items,
      List<Part> parts,
      Map<String, Map<String, String>> users,
      Instant version,
      long seed,
      int threads,
      Function<String, Progress> progress) {
    public Setting {
      items = List.copyOf(items);
      parts = List.copyOf(parts);
    }
  }

  /**
   * Trains and indexes.
   *
   * @param train what may be learned from
   * @param folder gets the index; the caller removes it
   */
  public static Rehearsal of(Setting setting, Interactions train, Path folder) throws IOException {
    Map<String, Model> models = new LinkedHashMap<>();
    Map<String, Double> seconds = new LinkedHashMap<>();
    List<Item> items = Dataset.everyItem(setting.items, train);
    for (Part part : setting.parts.stream().sorted(INDEPENDENT_FIRST).toList()) {
      Run run =
          new Run(
              part.name,
              setting.version.toString(),
              setting.seed,
              setting.threads,
              setting.progress.apply(part.name));
      long start = System.nanoTime();
      Dataset data = new Dataset(train, items, setting.users);
      Trainer<?> trainer = Trainers.create(part.algorithm, part.parameters);
      models.put(
          part.name,
          trainer instanceof Dependent<?> dependent
              ? dependent.train(data, models.values(), run)
              : trainer.train(data, run));
      seconds.put(part.name, (System.nanoTime() - start) / 1e9);
    }
    FSDirectory directory = FSDirectory.open(folder.resolve("items"));
    try (ItemWriter writer = ItemWriter.create(directory, setting.schema, models.values())) {
      writer.addAll(items, setting.threads, done -> {});
      writer.commit(Map.of());
    }
    return new Rehearsal(setting, folder, train, models, seconds, directory);
  }

  /** By name, in order of training. */
  public Map<String, Model> models() {
    return models;
  }

  /** What the training of each took. */
  public Map<String, Double> seconds() {
    return seconds;
  }

  /** Resolves and ranks without a user store. */
  public Serving serving() {
    return new Serving(new IndexSearcher(reader), setting.schema, models, weights());
  }

  /** Values of plain feedback have been weighed already. */
  private EventWeights weights() {
    return EventWeights.EQUAL;
  }

  /** The profile with its normalisers fitted to this index; those that somebody chose stay. */
  public Profile fit(Profile profile) throws IOException {
    List<Sample> samples = Samples.of(train, setting.schema, setting.items);
    return new NormalizerFitter(serving(), samples, setting.threads).fit(profile);
  }

  /** Serves these rankings; closed by the caller, before this. */
  public Recommender recommender(List<Profile> profiles) throws IOException {
    Map<String, Profile> byName = new LinkedHashMap<>();
    profiles.forEach(profile -> byName.put(profile.name(), profile));
    Recommender.Parts parts =
        new Recommender.Parts(
            setting.schema,
            models,
            new Profiles(byName, weights()),
            LuceneUserStore.open(folder.resolve("users")));
    FSDirectory own = FSDirectory.open(directory.getDirectory());
    return Recommender.of(own, parts, InstantSource.fixed(setting.version), null);
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(reader, directory);
  }
}
